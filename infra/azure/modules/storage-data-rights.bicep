// What the app may do with the office's data, container by container and table by table.
import { blobDataContributor, roleDefinition, tableDataContributor } from 'roles.bicep'

param accountName string
@description('Containers in which nothing is ever deleted.')
param keptContainers string[]
@description('Containers from which erasure and retention delete.')
param changedContainers string[]
param tableNames string[]
param principalId string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accountName

  resource blobs 'blobServices' existing = { name: 'default' }
  resource tables 'tableServices' existing = { name: 'default' }
}

resource kept 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = [
  for container in keptContainers: {
    parent: account::blobs
    name: container
  }
]

resource changed 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = [
  for container in changedContainers: {
    parent: account::blobs
    name: container
  }
]

resource filled 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' existing = [
  for table in tableNames: {
    parent: account::tables
    name: table
  }
]

// The app sees by it which tables and containers there are, and reads nothing in them.
resource lister 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, accountName, 'lister')
  properties: {
    roleName: 'Sakip lister of ${accountName}'
    description: 'Names the tables and containers of an account.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/read'
          'Microsoft.Storage/storageAccounts/tableServices/tables/read'
        ]
        notActions: []
        dataActions: []
        notDataActions: []
      }
    ]
  }
}

// Whoever takes the app over deletes no document and no anchor; that none is written over is the immutability policy's
// work. The narrower right to add alone would not do: a blob that is put again would be refused as forbidden instead of
// as already there, which is how the app knows that a cut-off step had kept it.
resource keeper 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, accountName, 'keeper')
  properties: {
    roleName: 'Sakip keeper of ${accountName}'
    description: 'Reads and writes blobs, and deletes none.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
        ]
        notDataActions: []
      }
    ]
  }
}

resource listing 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, principalId, lister.id)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roleDefinition(lister.name)
  }
}

resource keeping 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in keptContainers: {
    scope: kept[i]
    name: guid(account.id, container, principalId, keeper.id)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: roleDefinition(keeper.name)
    }
  }
]

resource changing 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in changedContainers: {
    scope: changed[i]
    name: guid(account.id, container, principalId, blobDataContributor)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: roleDefinition(blobDataContributor)
    }
  }
]

resource recording 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (table, i) in tableNames: {
    scope: filled[i]
    name: guid(account.id, table, principalId, tableDataContributor)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: roleDefinition(tableDataContributor)
    }
  }
]
