#!/bin/sh
# Release notes of TAG since the tag before it, from conventional commit subjects: type(scope)!: subject.
# A subject without a type is listed too, under Other changes: nothing that was released is left out.
set -eu
tag=$1
before=$(git describe --tags --abbrev=0 --match 'v*' "$tag^" 2>/dev/null || true)
subjects=$(git log --no-merges --reverse --format='%s (%h)' "${before:+$before..}$tag")

type='[a-z]+(\([^)]*\))?'
section() {
  found=$(printf '%s\n' "$subjects" | grep -E "$2" | grep -Ev "${3:-^$}" |
    sed -E "s/^$type!?: /- /; t; s/^/- /" || true)
  [ -z "$found" ] || printf '## %s\n\n%s\n\n' "$1" "$found"
}

breaking="^$type!: "
section 'Breaking changes' "$breaking"
section 'New' '^feat(\([^)]*\))?: '
section 'Fixed' '^fix(\([^)]*\))?: '
section 'Faster' '^perf(\([^)]*\))?: '
section 'Other changes' '.' "$breaking|^(feat|fix|perf)(\([^)]*\))?: "
