@export()
@description('What the office decides for one environment; environments/*.json hold one each.')
@sealed()
type environmentSettings = {
  @description('Region of the function app.')
  location: string

  @description('Region of tables and documents. May differ from location, to keep the data in the country.')
  dataLocation: string

  @description('Storage redundancy of the office\'s data.')
  dataRedundancy: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS'

  compute: computeSettings
  network: networkSettings
  retention: retentionSettings

  @description('Address that links in messages begin with; empty: the app\'s own azurewebsites.net address.')
  baseUrl: string

  links: linkSettings
  audit: auditSettings
  mail: mailSettings
  whatsapp: whatsappSettings
  signing: signingSettings
  schedules: scheduleSettings
  telemetry: telemetrySettings
  entra: entraSettings

  @description('Mail addresses of those who look after the system; one of them imports the first plan.')
  administrators: string[]

  @description('Function keys that open one office each; every other key opens all.')
  officeKeys: officeKey[]

  @description('Mailboxes that alerts go to; empty: alerts are only shown in the portal.')
  alertMailboxes: string[]
}

@export()
@sealed()
type officeKey = {
  @description('Code of the office.')
  @minLength(1)
  unit: string
  @description('SHA-256 of the key, 64 hexadecimal digits: the key itself stands nowhere but in the host.')
  @minLength(64)
  @maxLength(64)
  sha256: string
}

@export()
@sealed()
type computeSettings = {
  instanceMemoryMB: 512 | 2048 | 4096
  @minValue(1)
  @maxValue(1000)
  maximumInstances: int
  @description('Instances kept warm for orchestrations; 0 costs nothing while idle and starts cold.')
  @minValue(0)
  alwaysReadyDurable: int
}

@export()
@sealed()
type networkSettings = {
  @description('True: storage and vault are reached over private endpoints only.')
  private: bool
  addressPrefix: string
  @description('Address ranges that may open the pages; empty: everyone, as links in messages need.')
  allowedAddresses: string[]
}

@export()
@sealed()
type retentionSettings = {
  @minValue(30)
  @maxValue(730)
  logDays: int
  @minValue(7)
  @maxValue(365)
  deletedBlobDays: int
  @minValue(1)
  @maxValue(146000)
  immutableDays: int
  @description('True once the immutability policies were locked by hand: a locked one can no longer be deployed over.')
  immutabilityLocked: bool
  @description('Days after which an alert asks for the lock, counted from the making of the data account.')
  @minValue(1)
  lockWithinDays: int
  @description('True: nobody can purge the vault before 90 days; cannot be undone.')
  vaultPurgeProtection: bool
}

@export()
@sealed()
type linkSettings = {
  @description('Names of the keys that still verify links, each a vault secret link-key-{name}.')
  @minLength(1)
  keys: string[]
  @description('Name of the key that signs new links.')
  activeKey: string
}

@export()
@sealed()
type auditSettings = {
  @description('Name of the key that seals the audit chain, a vault secret audit-key-{name}.')
  key: string
  @description('Names of the keys that sealed it before; they are kept as long as what they sealed.')
  formerKeys: string[]
}

@export()
@sealed()
type mailSettings = {
  host: string
  port: int
  security: 'StartTls' | 'Tls'
  @description('Empty: the server asks for no sign-in.')
  user: string
  @description('SHA-256 of the one certificate that the server may show; empty: one that the machine trusts.')
  certificateSha256: string
  fromAddress: string
  fromName: string
}

@export()
@sealed()
type whatsappSettings = {
  @description('Empty: no WhatsApp messages.')
  endpoint: string
}

@export()
@sealed()
type signingSettings = {
  method: 'Bsre' | 'Certificate' | 'Trial'
  @description('Address of the BSrE Esign client service; only for Bsre.')
  bsreEndpoint: string
  bsreUser: string
  @description('Who signs at BSrE, as unit/official, each with a vault secret bsre-nik-{unit}-{official}; only for Bsre.')
  bsreIdentities: string[]
  @description('What the foot of a document that BSrE signs says; empty: the sentences of BSrE. Only for Bsre.')
  bsreFooter: string
  @description('Root certificates in base64 whose signatures count as valid on the public page.')
  trustedRoots: string[]
}

@export()
@sealed()
@description('Six-field cron expressions in UTC. Reminders and windows run every hour: offices open at 08:00 in three time zones.')
type scheduleSettings = {
  reminder: string
  window: string
  recovery: string
  @description('When data past its retention is removed.')
  retention: string
}

@export()
@sealed()
type telemetrySettings = {
  @description('True: the host reports requests too. Only once the workspace\'s transformation is in force (runbook).')
  hostRequests: bool
}

@export()
@sealed()
type entraSettings = {
  @description('Application (client) id for staff sign-in; empty: sign-in by mailed code only.')
  clientId: string
}
