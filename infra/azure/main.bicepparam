using 'main.bicep'

// The environment's name chooses its file: `azd env new test` or `azd env new production`.
var environments = {
  test: loadJsonContent('environments/test.json')
  production: loadJsonContent('environments/production.json')
}
var environment = readEnvironmentVariable('AZURE_ENV_NAME', 'test')

param environmentName = environment
param settings = environments[environment]
param deployerId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param releaserId = readEnvironmentVariable('AZURE_RELEASER_ID', '')
