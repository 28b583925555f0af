// What wakes somebody up. Log events are counted by the ids that the app writes; README.md lists them.
param name string
param location string
param tags object
param workspaceId string
param dataAccountId string
param dataCreatedAt string
param immutabilityLocked bool
param lockWithinDays int
param mailboxes string[]

var events = {
  messageFailed: 4001
  signatureFailed: 9003
  instanceStuck: 9001
  timerFinished: 9002
  storageAway: 9007
}

var traces = 'AppTraces | where toint(Properties.EventId)'
var timers = '${traces} == ${events.timerFinished}'
var atOnce = 'GreaterThan'
var absent = 'LessThan'

var rules = [
  {
    name: 'instance-stuck'
    text: 'An orchestration waits for something that is already there, or has failed.'
    severity: 1
    every: 'PT15M'
    over: 'PT15M'
    operator: atOnce
    threshold: 0
    query: '${traces} == ${events.instanceStuck}'
  }
  {
    name: 'storage-away'
    text: 'Orchestrations have waited for storage for more than ten minutes. They go on by themselves when it answers.'
    severity: 1
    every: 'PT5M'
    over: 'PT15M'
    operator: atOnce
    threshold: 0
    query: '${traces} == ${events.storageAway}'
  }
  {
    name: 'message-failed'
    text: 'A message could not be sent.'
    severity: 2
    every: 'PT15M'
    over: 'PT1H'
    operator: atOnce
    threshold: 0
    query: '${traces} == ${events.messageFailed}'
  }
  {
    name: 'signature-failed'
    text: 'A document could not be signed.'
    severity: 1
    every: 'PT15M'
    over: 'PT15M'
    operator: atOnce
    threshold: 0
    query: '${traces} == ${events.signatureFailed}'
  }
  {
    name: 'reminder-sweep-missed'
    text: 'The daily reminder sweep has not finished for more than a day.'
    severity: 2
    every: 'PT1H'
    over: 'P2D'
    operator: absent
    threshold: 1
    query: '${timers} and Properties.Function == "SendReminders" and TimeGenerated > ago(26h)'
  }
  {
    name: 'recovery-sweep-missed'
    text: 'The recovery sweep, which resumes what a crash cut off, has not finished for two hours.'
    severity: 1
    every: 'PT15M'
    over: 'PT2H'
    operator: absent
    threshold: 1
    query: '${timers} and Properties.Function == "SettleRecords"'
  }
  {
    name: 'server-errors'
    text: 'Pages or calls answer with 5xx.'
    severity: 2
    every: 'PT5M'
    over: 'PT15M'
    operator: atOnce
    threshold: 5
    query: 'AppRequests | where ResultCode startswith "5"'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'sakip'
    emailReceivers: [
      for (mailbox, i) in mailboxes: {
        name: 'operator-${i}'
        emailAddress: mailbox
        useCommonAlertSchema: true
      }
    ]
  }
}

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.name
      description: rule.text
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.every
      windowSize: rule.over
      autoMitigate: true
      // The tables appear with the first telemetry, after this deployment.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]

module immutability 'alerts-immutability.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: workspaceId
    dataAccountId: dataAccountId
    dataCreatedAt: dataCreatedAt
    immutabilityLocked: immutabilityLocked
    lockWithinDays: lockWithinDays
    timers: timers
    people: people.id
  }
}

resource storageDown 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-storage-unavailable'
  location: 'global'
  tags: tags
  properties: {
    description: 'The account of the office\'s data answers less than 99 % of calls.'
    severity: 1
    enabled: true
    scopes: [dataAccountId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'availability'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'Availability'
          timeAggregation: 'Average'
          operator: 'LessThan'
          threshold: 99
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}
