// The office's data: tables with the state of record, and the containers of documents.
import { retentionSettings } from '../types.bicep'
import { blobDataContributor, roleDefinition, tableDataContributor } from 'roles.bicep'

param name string
param location string
param tags object
param redundancy string
param private bool
param retention retentionSettings
param principalId string
param workspaceId string

// Content-addressed documents and the anchored heads of the audit chain: written once, never changed or deleted.
var immutableContainers = ['documents', 'anchors']
var otherContainers = ['evidence', 'snapshots', 'uploads']
var roles = [blobDataContributor, tableDataContributor]

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: private ? 'Deny' : 'Allow'
    }
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    changeFeed: { enabled: true, retentionInDays: retention.deletedBlobDays }
    deleteRetentionPolicy: { enabled: true, days: retention.deletedBlobDays }
    containerDeleteRetentionPolicy: { enabled: true, days: retention.deletedBlobDays }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [
  for container in concat(immutableContainers, otherContainers): {
    parent: blobs
    name: container
  }
]

resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = [
  for (container, i) in immutableContainers: if (!retention.immutabilityLocked) {
    parent: containers[i]
    name: 'default'
    properties: {
      immutabilityPeriodSinceCreationInDays: retention.immutableDays
      allowProtectedAppendWrites: false
    }
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  // Versioning must be on before a rule may speak of versions.
  dependsOn: [blobs]
  properties: {
    policy: {
      rules: [
        {
          name: 'last-year-to-cool'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['documents/', 'evidence/', 'snapshots/'] }
            actions: { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 400 } } }
          }
        }
        {
          // An erased file must not live on as an old version.
          name: 'old-versions-go'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['evidence/', 'snapshots/', 'uploads/'] }
            actions: { version: { delete: { daysAfterCreationGreaterThan: retention.deletedBlobDays } } }
          }
        }
      ]
    }
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    scope: account
    name: guid(account.id, principalId, role)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: roleDefinition(role)
    }
  }
]

resource deletions 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageDelete', enabled: true }]
  }
}

output id string = account.id
output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
output tableEndpoint string = account.properties.primaryEndpoints.table
output tableServiceId string = tables.id
