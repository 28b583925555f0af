import { roleDefinition, vaultCertificatesOfficer, vaultSecretsOfficer, vaultSecretsUser } from 'roles.bicep'

param name string
param location string
param tags object
param private bool
param purgeProtection bool
param principalId string
@description('Who deploys and so fills the vault; empty: nobody is given that right here.')
param deployerId string
param workspaceId string

var deployerRoles = empty(deployerId) ? [] : [vaultSecretsOfficer, vaultCertificatesOfficer]

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // Once on it cannot be turned off, and false is refused: off is left unsaid.
    enablePurgeProtection: purgeProtection ? true : null
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: private ? 'Deny' : 'Allow'
    }
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, principalId, vaultSecretsUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roleDefinition(vaultSecretsUser)
  }
}

// The deployer may be a person or a workflow's identity: without principalType Azure finds out which.
resource officers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in deployerRoles: {
    scope: vault
    name: guid(vault.id, deployerId, role)
    properties: {
      principalId: deployerId
      roleDefinitionId: roleDefinition(role)
    }
  }
]

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

output id string = vault.id
output name string = vault.name
output uri string = vault.properties.vaultUri
