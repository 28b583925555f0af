// One office's environment, in a resource group that already exists: whoever deploys needs rights there alone.
import { environmentSettings } from 'types.bicep'
import { appSettings, secretNames } from 'settings.bicep'

@description('Name of the environment; it is part of every name and of the task hub.')
@minLength(2)
@maxLength(20)
param environmentName string

param settings environmentSettings

@description('Object id of who deploys and fills the vault; empty: nobody is given that right.')
param deployerId string = ''

@description('Object id of the identity that deploys the app\'s code; empty: nobody is given that right.')
param releaserId string = ''

var token = uniqueString(resourceGroup().id, environmentName)
var name = 'sakip-${environmentName}-${take(token, 6)}'
var tags = { 'azd-env-name': environmentName, app: 'sakip' }
var taskHubName = 'sakip${replace(environmentName, '-', '')}'
var baseUrl = empty(settings.baseUrl) ? 'https://${name}.azurewebsites.net' : settings.baseUrl

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}'
  location: settings.location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: name
    location: settings.location
    tags: tags
    logDays: settings.retention.logDays
    hostRequests: settings.telemetry.hostRequests
    principalId: identity.properties.principalId
  }
}

module hostStorage 'modules/storage-host.bicep' = {
  params: {
    name: 'sthost${token}'
    location: settings.location
    tags: tags
    private: settings.network.private
    principalId: identity.properties.principalId
  }
}

module dataStorage 'modules/storage-data.bicep' = {
  params: {
    name: 'stdata${token}'
    location: settings.dataLocation
    tags: tags
    redundancy: settings.dataRedundancy
    private: settings.network.private
    retention: settings.retention
    principalId: identity.properties.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: 'kv-sakip-${token}'
    location: settings.location
    tags: tags
    private: settings.network.private
    purgeProtection: settings.retention.vaultPurgeProtection
    principalId: identity.properties.principalId
    deployerId: deployerId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module network 'modules/network.bicep' = if (settings.network.private) {
  params: {
    name: name
    location: settings.location
    tags: tags
    addressPrefix: settings.network.addressPrefix
    targets: [
      { name: 'host-blob', id: hostStorage.outputs.id, group: 'blob' }
      { name: 'host-queue', id: hostStorage.outputs.id, group: 'queue' }
      { name: 'host-table', id: hostStorage.outputs.id, group: 'table' }
      { name: 'data-blob', id: dataStorage.outputs.id, group: 'blob' }
      { name: 'data-table', id: dataStorage.outputs.id, group: 'table' }
      { name: 'vault', id: vault.outputs.id, group: 'vault' }
    ]
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: 'appi-${name}'
  dependsOn: [monitoring]
}

module app 'modules/app.bicep' = {
  params: {
    name: name
    location: settings.location
    tags: tags
    compute: settings.compute
    allowedAddresses: settings.network.allowedAddresses
    subnetId: network.?outputs.appSubnetId ?? ''
    identityId: identity.id
    packageContainerUrl: hostStorage.outputs.packageContainerUrl
    entraClientId: settings.entra.clientId
    releaserId: releaserId
    appSettings: appSettings(settings, {
      identityClientId: identity.properties.clientId
      baseUrl: baseUrl
      taskHubName: taskHubName
      hostBlobUri: hostStorage.outputs.blobEndpoint
      hostQueueUri: hostStorage.outputs.queueEndpoint
      hostTableUri: hostStorage.outputs.tableEndpoint
      dataBlobUri: dataStorage.outputs.blobEndpoint
      dataTableUri: dataStorage.outputs.tableEndpoint
      vaultUri: vault.outputs.uri
      insightsConnection: insights.properties.ConnectionString
    })
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: name
    location: settings.location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    dataAccountId: dataStorage.outputs.id
    dataCreatedAt: dataStorage.outputs.createdAt
    immutabilityLocked: settings.retention.immutabilityLocked
    lockWithinDays: settings.retention.lockWithinDays
    mailboxes: settings.alertMailboxes
  }
}

output APP_NAME string = app.outputs.name
output APP_URL string = baseUrl
output DATA_ACCOUNT string = dataStorage.outputs.name
output VAULT_NAME string = vault.outputs.name
output VAULT_ENTRIES string = join(secretNames(settings), ' ')
