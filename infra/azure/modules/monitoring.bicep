import { metricsPublisher, roleDefinition } from 'roles.bicep'

param name string
param location string
param tags object
param logDays int
param principalId string
@description('True once the transformation is in force: the workspace is then never without it, not for a moment.')
param hostRequests bool

var workspaceProperties = {
  sku: { name: 'PerGB2018' }
  retentionInDays: logDays
  features: { disableLocalAuth: true }
}
var transformationId = resourceId('Microsoft.Insights/dataCollectionRules', 'dcr-${name}')

// The token of a link is its path. Whatever tells of a path has what follows these two cut off before it is stored;
// the functions are those that transformations know (replace is the one with regular expressions).
func cut(column string) string =>
  'replace(@"(?i)(/tautan/|/api/steps/)[^/?#\\s\\x22\\x27<>\\\\]+", @"\\1{token}", ${column})'
func texts(columns string[]) string => join(map(columns, column => '${column} = ${cut(column)}'), ', ')
func bags(columns string[]) string =>
  join(map(columns, column => '${column} = parse_json(${cut('tostring(${column})')})'), ', ')

var flows = [
  { table: 'AppRequests', texts: ['Name', 'Url', 'OperationName', 'Source'], bags: ['Properties'] }
  { table: 'AppDependencies', texts: ['Name', 'Data', 'Target', 'OperationName'], bags: ['Properties'] }
  { table: 'AppTraces', texts: ['Message', 'OperationName'], bags: ['Properties'] }
  {
    table: 'AppExceptions'
    texts: ['OuterMessage', 'InnermostMessage', 'ProblemId', 'OperationName']
    bags: ['Details', 'Properties']
  }
]

resource logs 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: 'log-${name}'
  location: location
  tags: tags
  properties: union(
    workspaceProperties,
    hostRequests ? { defaultDataCollectionRuleResourceId: transformationId } : {}
  )
}

resource transformation 'Microsoft.Insights/dataCollectionRules@2024-03-11' = {
  name: 'dcr-${name}'
  location: location
  tags: tags
  kind: 'WorkspaceTransforms'
  properties: {
    destinations: { logAnalytics: [{ name: 'workspace', workspaceResourceId: logs.id }] }
    dataFlows: [
      for flow in flows: {
        streams: ['Microsoft-Table-${flow.table}']
        destinations: ['workspace']
        transformKql: 'source | extend ${texts(flow.texts)}, ${bags(flow.bags)}'
      }
    ]
  }
}

module link 'workspace-link.bicep' = if (!hostRequests) {
  params: {
    name: logs.name
    location: location
    tags: tags
    properties: workspaceProperties
    transformationId: transformation.id
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${name}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
    // Telemetry is accepted from the app's identity alone: the connection string is then no secret.
    DisableLocalAuth: true
  }
}

resource publisher 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, principalId, metricsPublisher)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: roleDefinition(metricsPublisher)
  }
}

output workspaceId string = logs.id
output insightsName string = insights.name
