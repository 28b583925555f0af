import { environmentSettings } from 'types.bicep'

@export()
@description('What the rest of the deployment tells the app about itself.')
@sealed()
type deployedParts = {
  identityClientId: string
  baseUrl: string
  taskHubName: string
  hostBlobUri: string
  hostQueueUri: string
  hostTableUri: string
  dataBlobUri: string
  dataTableUri: string
  vaultUri: string
  insightsConnection: string
}

func secret(vaultUri string, name string) string => '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${name})'

@export()
@description('Names of the secrets that the app\'s settings refer to.')
func secretNames(settings environmentSettings) string[] =>
  concat(
    map(settings.links.keys, key => 'link-key-${key}'),
    map(union([settings.audit.key], settings.audit.formerKeys), key => 'audit-key-${key}'),
    empty(settings.mail.user) ? [] : ['mail-password'],
    empty(settings.whatsapp.endpoint) ? [] : ['whatsapp-token'],
    settings.signing.method == 'Bsre'
      ? concat(['bsre-password'], map(settings.signing.bsreIdentities, who => 'bsre-nik-${replace(who, '/', '-')}'))
      : [],
    settings.signing.method == 'Certificate' ? ['signing-certificate'] : []
  )

// The host records each request with its whole path. Without a connection of its own it tells nothing at all; the app
// has its own, and cleans what it tells. The host gets one only where the workspace cuts paths.
func telemetrySettings(settings environmentSettings, parts deployedParts) { *: string } =>
  union(
    { Telemetry__Connection: parts.insightsConnection },
    settings.telemetry.hostRequests
      ? {
          APPLICATIONINSIGHTS_CONNECTION_STRING: parts.insightsConnection
          APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${parts.identityClientId};Authorization=AAD'
        }
      : {}
  )

func hostSettings(parts deployedParts) { *: string } => {
  // Otherwise the host answers what no page takes at / with a welcome page of its own.
  AzureWebJobsDisableHomepage: 'true'
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: parts.identityClientId
  AzureWebJobsStorage__blobServiceUri: parts.hostBlobUri
  AzureWebJobsStorage__queueServiceUri: parts.hostQueueUri
  AzureWebJobsStorage__tableServiceUri: parts.hostTableUri
  // The SDKs' default credential picks the app's identity by it.
  AZURE_CLIENT_ID: parts.identityClientId
  TaskHubName: parts.taskHubName
}

func linkSettings(settings environmentSettings, vaultUri string) { *: string } =>
  union(
    {
      Links__ActiveKey: contains(settings.links.keys, settings.links.activeKey)
        ? settings.links.activeKey
        : fail('links.activeKey is none of links.keys')
    },
    toObject(settings.links.keys, key => 'Links__Keys__${key}', key => secret(vaultUri, 'link-key-${key}'))
  )

func auditSettings(settings environmentSettings, vaultUri string) { *: string } =>
  union(
    { Audit__Key: secret(vaultUri, 'audit-key-${settings.audit.key}') },
    toObject(
      range(0, length(settings.audit.formerKeys)),
      index => 'Audit__FormerKeys__${index}',
      index => secret(vaultUri, 'audit-key-${settings.audit.formerKeys[index]}')
    )
  )

func mailSettings(settings environmentSettings, vaultUri string) { *: string } =>
  union(
    {
      Mail__Transport: 'smtp'
      Mail__Host: settings.mail.host
      Mail__Port: string(settings.mail.port)
      Mail__Security: settings.mail.security
      Mail__FromAddress: settings.mail.fromAddress
      Mail__FromName: settings.mail.fromName
      Mail__MessageIdDomain: split(settings.mail.fromAddress, '@')[1]
    },
    empty(settings.mail.certificateSha256) ? {} : { Mail__CertificateSha256: settings.mail.certificateSha256 },
    empty(settings.mail.user)
      ? {}
      : { Mail__User: settings.mail.user, Mail__Password: secret(vaultUri, 'mail-password') }
  )

func whatsappSettings(settings environmentSettings, vaultUri string) { *: string } =>
  empty(settings.whatsapp.endpoint)
    ? {}
    : { Whatsapp__Endpoint: settings.whatsapp.endpoint, Whatsapp__Token: secret(vaultUri, 'whatsapp-token') }

func signingSettings(settings environmentSettings, vaultUri string) { *: string } =>
  union(
    { Signing__Method: settings.signing.method },
    settings.signing.method == 'Bsre'
      ? {
          Signing__Bsre__BaseAddress: empty(settings.signing.bsreEndpoint)
            ? fail('signing.method is Bsre, but signing.bsreEndpoint is empty')
            : settings.signing.bsreEndpoint
          Signing__Bsre__UserName: settings.signing.bsreUser
          Signing__Bsre__Password: secret(vaultUri, 'bsre-password')
        }
      : {},
    settings.signing.method == 'Bsre'
      ? toObject(
          settings.signing.bsreIdentities,
          who => 'Signing__Bsre__Identities__${replace(replace(who, '/', '__'), '-', '_')}',
          who => secret(vaultUri, 'bsre-nik-${replace(who, '/', '-')}')
        )
      : {},
    settings.signing.method == 'Bsre' && !empty(settings.signing.bsreFooter)
      ? { Signing__Bsre__Footer: settings.signing.bsreFooter }
      : {},
    settings.signing.method == 'Certificate' ? { Signing__Certificate: secret(vaultUri, 'signing-certificate') } : {},
    toObject(
      range(0, length(settings.signing.trustedRoots)),
      index => 'Signing__TrustedRoots__${index}',
      index => settings.signing.trustedRoots[index]
    )
  )

func accessSettings(settings environmentSettings, parts deployedParts) { *: string } =>
  union(
    // The front end of Azure adds the client's address to X-Forwarded-For.
    { Access__TrustedHops: '1', Access__Entra: empty(settings.entra.clientId) ? 'false' : 'true' },
    toObject(
      range(0, length(settings.administrators)),
      index => 'Access__Administrators__${index}',
      index => settings.administrators[index]
    ),
    toObject(
      range(0, length(settings.officeKeys)),
      index => 'Access__OfficeKeys__${index}__Unit',
      index => settings.officeKeys[index].unit
    ),
    toObject(
      range(0, length(settings.officeKeys)),
      index => 'Access__OfficeKeys__${index}__Sha256',
      index => settings.officeKeys[index].sha256
    ),
    empty(settings.entra.clientId) ? {} : { OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: parts.identityClientId }
  )

@export()
@description('Every application setting of the function app.')
func appSettings(settings environmentSettings, parts deployedParts) { *: string } =>
  union(
    hostSettings(parts),
    telemetrySettings(settings, parts),
    {
      Storage__tableServiceUri: parts.dataTableUri
      Storage__blobServiceUri: parts.dataBlobUri
      Storage__credential: 'managedidentity'
      Storage__clientId: parts.identityClientId
      App__BaseUrl: parts.baseUrl
      ReminderSchedule: settings.schedules.reminder
      WindowSchedule: settings.schedules.window
      RecoverySchedule: settings.schedules.recovery
      RetentionSchedule: settings.schedules.retention
    },
    linkSettings(settings, parts.vaultUri),
    auditSettings(settings, parts.vaultUri),
    mailSettings(settings, parts.vaultUri),
    whatsappSettings(settings, parts.vaultUri),
    signingSettings(settings, parts.vaultUri),
    accessSettings(settings, parts)
  )
