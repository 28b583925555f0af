// The office's data: tables with the state of record, and the containers of documents.
import { retentionSettings } from '../types.bicep'

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
// What may have to be erased (UU 27/2022), or goes after its retention. Evidence and snapshots are protected version by
// version: the app's deletion takes a file out of use at once and leaves an earlier version, which no role of the app
// can delete and no policy lets go before the period ends. The period is that for which deleted files are kept anyway,
// so it lengthens no erasure by a day. A policy on the whole container would refuse the erasure itself; a longer period,
// or a locked one, would keep what the law wants gone. Uploads are the working copies of a few days: under no policy.
var protectedContainers = ['evidence', 'snapshots']
var otherContainers = concat(protectedContainers, ['uploads'])
// All that the app makes at its start: it may fill these tables, but make none of its own.
var officeTables = ['Years', 'Subjects', 'Intents', 'Waiting', 'Inbox', 'Audit', 'Access', 'Requests', 'Webhooks']

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

resource tableOf 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = [
  for table in officeTables: {
    parent: tables
    name: table
  }
]

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
    properties: contains(protectedContainers, container) ? { immutableStorageWithVersioning: { enabled: true } } : {}
  }
]

resource versionsStay 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = [
  for (container, i) in protectedContainers: {
    parent: containers[length(immutableContainers) + i]
    name: 'default'
    properties: { immutabilityPeriodSinceCreationInDays: retention.deletedBlobDays }
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

module rights 'storage-data-rights.bicep' = {
  params: {
    accountName: account.name
    keptContainers: immutableContainers
    changedContainers: otherContainers
    tableNames: officeTables
    principalId: principalId
  }
  dependsOn: [containers, tableOf]
}

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
output createdAt string = account.properties.creationTime
