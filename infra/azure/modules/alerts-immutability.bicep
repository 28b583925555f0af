// That documents and anchors wait for their lock, and that somebody takes a policy away.
param name string
param location string
param tags object
param workspaceId string
param dataAccountId string
param dataCreatedAt string
param immutabilityLocked bool
param lockWithinDays int
@description('Query of the records that timer functions leave.')
param timers string
@description('Id of the action group that is told.')
param people string

// Azure tells nobody that a policy stays unlocked. The sweep that leaves a record every quarter of an hour lends its
// records to a date: with the first one after it, the alert fires, and it goes with the release that says locked.
resource unlocked 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = if (!immutabilityLocked) {
  name: '${name}-immutability-unlocked'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'immutability-unlocked'
    description: 'Documents and anchors have been without a locked policy for more than ${lockWithinDays} days.'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT1H'
    windowSize: 'PT1H'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: '${timers} and now() > datetime_add("day", ${lockWithinDays}, todatetime("${dataCreatedAt}"))'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [people] }
  }
}

resource policyGone 'Microsoft.Insights/activityLogAlerts@2020-10-01' = {
  name: '${name}-immutability-removed'
  location: 'global'
  tags: tags
  properties: {
    description: 'Somebody has taken an immutability policy from a container of the office.'
    enabled: true
    scopes: [dataAccountId]
    condition: {
      allOf: [
        { field: 'category', equals: 'Administrative' }
        {
          field: 'operationName'
          equals: 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies/delete'
        }
      ]
    }
    actions: { actionGroups: [{ actionGroupId: people }] }
  }
}
