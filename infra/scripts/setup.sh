# Used by ./run and ./test: the tools that are needed, the storage emulator, and building.
# ./run speaks Indonesian to its operator; ./test sets `language=en`.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { echo "• $*"; }
fail() { echo "✗ $*" >&2; exit 1; }

# either INDONESIAN ENGLISH: what is said in the language of the script.
either() { if [ "${language:-id}" = en ]; then echo "$2"; else echo "$1"; fi; }

need_dotnet() {
  command -v dotnet >/dev/null ||
    fail "$(either 'SDK .NET 10 belum ada: pasang dari' 'The .NET 10 SDK is missing: install it from') https://dot.net (10.0.4xx)."
  dotnet --version >/dev/null 2>&1 ||
    fail "$(either 'Versi SDK .NET tidak cocok dengan global.json: pasang .NET 10 SDK.' \
      'The .NET SDK does not match global.json: install the .NET 10 SDK.')"
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    fail "$(either 'Node.js atau npm belum ada: pasang' 'Node.js or npm is missing: install') Node.js 20+ (Debian: apt-get install nodejs npm)."
}

# Installs Azurite as its lock file says, once for each content of that file.
install_azurite() {
  need_node
  local folder=infra/azurite stamp=infra/azurite/node_modules/.installed
  cmp -s "$folder/package-lock.json" "$stamp" && return
  say "$(either 'Memasang Azurite (emulator penyimpanan)…' 'Installing Azurite (the storage emulator)…')"
  npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error >/dev/null ||
    fail "npm ci $folder: $(either 'gagal; periksa jaringan atau setelan npm.' 'failed; look at the network or the settings of npm.')"
  cp "$folder/package-lock.json" "$stamp"
}

# build PROJECT: builds for release when a source file is newer than what was built last.
build() {
  local project=$1 stamp
  stamp="$(dirname "$project")/obj/.built"
  if [ -f "$stamp" ] && ! find . \( -name obj -o -name bin -o -name node_modules -o -name .git -o -name out -o -name .data \) \
    -prune -o -type f \( -name '*.cs' -o -name '*.razor' -o -name '*.csproj' -o -name '*.props' -o -name '*.targets' \
    -o -name '*.json' -o -name '*.proto' -o -name '.editorconfig' -o -path './functions/*' -o -path './orchestrations/*' \) \
    -newer "$stamp" -print -quit | grep -q .; then
    return
  fi
  say "Membangun $project…"
  local begun log
  begun=$(mktemp) log=$(mktemp)
  dotnet build "$project" -c Release -v q --tl:off >"$log" 2>&1 || { cat "$log" >&2; fail "Pembangunan $project gagal."; }
  rm -f "$log"
  mkdir -p "$(dirname "$stamp")"
  mv "$begun" "$stamp"
}

prepare() {
  need_dotnet
  install_azurite
  build "$1"
}

# output FOLDER NAME: the assembly that a project is built into.
output() { echo "$1/bin/Release/net10.0/Sakip.$2.dll"; }

# Settings with which the app runs on this machine; what the environment has is left as it is.
local_settings() {
  local key=.data/kunci-tautan audit=${Host__Data:-.data}/kunci-audit kept
  mkdir -p .data "${Host__Data:-.data}"
  for kept in "$key" "$audit"; do
    [ -f "$kept" ] || (umask 077 && head -c 32 /dev/urandom | base64 -w0 >"$kept")
  done
  export App__BaseUrl="${App__BaseUrl:-http://127.0.0.1:7071/}" TaskHubName="${TaskHubName:-sakip}"
  export Links__ActiveKey="${Links__ActiveKey:-lokal}" Links__Keys__lokal="${Links__Keys__lokal:-$(cat "$key")}"
  export Audit__Key="${Audit__Key:-$(cat "$audit")}"
  export Mail__Transport="${Mail__Transport:-Folder}" Mail__Folder="${Mail__Folder:-$PWD/out/pesan}"
  export Webhooks__AllowLoopback="${Webhooks__AllowLoopback:-true}"
  export Signing__Method="${Signing__Method:-Trial}"
  export Access__Administrators__0="${Access__Administrators__0:-pengelola@contoh.example}"
  export ReminderSchedule="${ReminderSchedule:-0 0 23,0,1 * * *}" WindowSchedule="${WindowSchedule:-0 0 23,0,1 * * *}"
  export Host__Data="${Host__Data:-$PWD/.data}"
  export AzureFunctionsJobHost__logging__logLevel__default="${AzureFunctionsJobHost__logging__logLevel__default:-Warning}"
  export AzureFunctionsJobHost__logging__logLevel__Sakip="${AzureFunctionsJobHost__logging__logLevel__Sakip:-Information}"
  export RecoverySchedule="${RecoverySchedule:-0 */5 * * * *}" RetentionSchedule="${RetentionSchedule:-0 0 17 * * *}"
}

# serve [--clock DAY] [--workers N]: the app under the host, beside it or in N worker processes.
serve() {
  local workers=''
  while [ $# -gt 0 ]; do
    case "$1" in
      --clock) export Host__Clock=${2:?} ;;
      --workers) workers=${2:?} ;;
      *) fail "Pilihan '$1' tidak dikenal: ./run serve [--clock 2024-01-02] [--workers N]." ;;
    esac
    shift 2
  done
  # On a virtual clock time is moved by hand: a sweep every five minutes would only make that slow.
  [ -z "${Host__Clock-}" ] || export RecoverySchedule="${RecoverySchedule:-0 0 * * * *}"
  local_settings
  say "Pesan masuk ke folder $Mail__Folder"
  say "Masuk di ${App__BaseUrl}masuk, pertama kali sebagai $Access__Administrators__0; kodenya ada di folder pesan"
  local app host=infra/host/bin/Release/net10.0
  app=$(output functions Functions)
  [ -z "$workers" ] || exec dotnet "$host/Sakip.Host.dll" --app "$app" --workers "$workers"
  DOTNET_STARTUP_HOOKS="$PWD/$host/Sakip.Hook.dll" exec dotnet "$app"
}

# simulate [--seeds N] [--from S]: runs the engine's simulation with N seeds, from S on.
simulate() {
  local seeds=10000 first=1
  while [ $# -gt 0 ]; do
    case "$1" in
      --seeds) seeds=${2:?} ;;
      --from) first=${2:?} ;;
      *) fail "Pilihan '$1' tidak dikenal: ./run simulate [--seeds N] [--from S]." ;;
    esac
    shift 2
  done
  say "$seeds benih mulai dari $first…"
  SAKIP_SIMULATION_SEEDS=$seeds SAKIP_SIMULATION_FIRST=$first exec \
    tests/Host/bin/Release/net10.0/Sakip.Host.Tests -noLogo -class '*SimulationTests'
}
