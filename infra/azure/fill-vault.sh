#!/bin/sh
# Fills the vault with what the app's settings refer to and the vault lacks. What is there is never replaced.
# Keys of links and of the audit chain are made here; everything else is asked for, or read from a variable (mail-password: MAIL_PASSWORD).
set -eu
: "${VAULT_NAME:?is set by azd after provisioning}" "${VAULT_ENTRIES:?is set by azd after provisioning}"

# A right that was just granted takes some minutes to work. Without the list nothing is written: what cannot be
# seen may well be there.
tries=0
until present=$(az keyvault secret list --vault-name "$VAULT_NAME" --query '[].name' --output tsv); do
  tries=$((tries + 1))
  [ "$tries" -lt "${VAULT_TRIES:-20}" ] || { echo "the vault $VAULT_NAME cannot be read" >&2; exit 1; }
  sleep "${VAULT_PAUSE:-15}"
done

missing=
added=
for entry in $VAULT_ENTRIES; do
  if printf '%s\n' "$present" | grep -qx "$entry"; then continue; fi
  variable=$(printf %s "$entry" | tr 'a-z-' 'A-Z_')
  value=$(printenv "$variable" || true)
  case $entry in
    link-key-* | audit-key-*) value=$(openssl rand -base64 32) ;;
    signing-certificate) missing="$missing $entry"; continue ;;
    *)
      if [ -z "$value" ] && [ -t 0 ]; then
        printf '%s: ' "$entry"
        stty -echo; read -r value; stty echo
        echo
      fi
      ;;
  esac
  if [ -z "$value" ]; then missing="$missing $entry"; continue; fi
  # Through a pipe: an argument could be read in the list of processes.
  printf %s "$value" |
    az keyvault secret set --vault-name "$VAULT_NAME" --name "$entry" --file /dev/stdin --encoding utf-8 --output none
  added="$added $entry"
done

[ -z "$added" ] || echo "put into $VAULT_NAME:$added"
[ -z "$missing" ] || {
  echo "missing in $VAULT_NAME:$missing (infra/azure/README.md tells how to put them there)" >&2
  exit 1
}
