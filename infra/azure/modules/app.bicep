import { computeSettings } from '../types.bicep'
import { roleDefinition, websiteContributor } from 'roles.bicep'

param name string
param location string
param tags object
param compute computeSettings
@description('Address ranges that may open the pages; empty: everyone.')
param allowedAddresses string[]
@description('Subnet that the app calls out through; empty: none.')
param subnetId string
param identityId string
param packageContainerUrl string
@description('Every application setting, by name. Secrets are references to the vault.')
param appSettings { *: string }
@description('Application id for staff sign-in with Entra ID; empty: off.')
param entraClientId string
@description('Who may write the app\'s code; empty: nobody is given that right here.')
param releaserId string

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // azd finds the app that it deploys to by this tag.
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: compute.instanceMemoryMB
        maximumInstanceCount: compute.maximumInstances
        alwaysReady: compute.alwaysReadyDurable == 0
          ? []
          : [{ name: 'durable', instanceCount: compute.alwaysReadyDurable }]
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      ipSecurityRestrictionsDefaultAction: empty(allowedAddresses) ? 'Allow' : 'Deny'
      ipSecurityRestrictions: [
        for (range, i) in allowedAddresses: {
          name: 'office-${i}'
          ipAddress: range
          action: 'Allow'
          priority: 100 + i
        }
      ]
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: appSettings
  }

  resource noPasswordForScm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource noPasswordForFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource signIn 'config' = if (!empty(entraClientId)) {
    name: 'authsettingsV2'
    properties: {
      globalValidation: {
        // Links in messages and the public pages need no account: the app decides page by page.
        requireAuthentication: false
        unauthenticatedClientAction: 'AllowAnonymous'
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: entraClientId
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
            // The app's own identity vouches for it: sign-in needs no client secret.
            clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          }
        }
      }
      login: { tokenStore: { enabled: false } }
    }
    dependsOn: [settings]
  }
}

// It can change the app, but neither what holds the data nor who may do what.
resource releaser 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(releaserId)) {
  scope: site
  name: guid(site.id, releaserId, websiteContributor)
  properties: {
    principalId: releaserId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roleDefinition(websiteContributor)
  }
}

output name string = site.name
