// Built-in role definitions, by the ids that are the same in every tenant.

@export()
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'

@export()
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

@export()
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'

@export()
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

@export()
var vaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

@export()
var vaultSecretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'

@export()
var vaultCertificatesOfficer = 'a4417e6f-fecd-4de8-b567-7b0420556985'

@export()
var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

@export()
var websiteContributor = 'de139f84-1756-47ae-9be6-808fbbe84772'

@export()
func roleDefinition(id string) string => subscriptionResourceId('Microsoft.Authorization/roleDefinitions', id)
