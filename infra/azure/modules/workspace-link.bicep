// Names the transformation to a workspace that was made without it: the one needs the other to exist.
param name string
param location string
param tags object
param properties object
param transformationId string

resource logs 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: name
  location: location
  tags: tags
  properties: union(properties, { defaultDataCollectionRuleResourceId: transformationId })
}
