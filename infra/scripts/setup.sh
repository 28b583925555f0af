# Dipakai oleh ./run dan ./test: alat yang diperlukan, emulator penyimpanan, dan pembangunan.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { echo "• $*"; }
fail() { echo "✗ $*" >&2; exit 1; }

need_dotnet() {
  command -v dotnet >/dev/null || fail "SDK .NET 10 belum ada / is missing: pasang dari https://dot.net (10.0.4xx)."
  dotnet --version >/dev/null 2>&1 || fail "Versi SDK .NET tidak cocok dengan global.json: pasang .NET 10 SDK."
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    fail "Node.js atau npm belum ada / is missing: pasang Node.js 20+ (Debian: apt-get install nodejs npm)."
}

# Memasang Azurite sesuai berkas kuncinya, sekali untuk setiap isi berkas itu.
install_azurite() {
  need_node
  local folder=infra/azurite stamp=infra/azurite/node_modules/.installed
  cmp -s "$folder/package-lock.json" "$stamp" && return
  say "Memasang Azurite (emulator penyimpanan)…"
  npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error >/dev/null ||
    fail "npm ci di $folder gagal: periksa jaringan atau setelan npm."
  cp "$folder/package-lock.json" "$stamp"
}

# build PROYEK: membangun Release bila ada berkas sumber yang lebih baru daripada hasil pembangunan terakhir.
build() {
  local project=$1 stamp
  stamp="$(dirname "$project")/obj/embedded/.built"
  if [ -f "$stamp" ] && ! find . \( -name obj -o -name bin -o -name node_modules -o -name .git -o -name out -o -name .data \) \
    -prune -o -type f \( -name '*.cs' -o -name '*.razor' -o -name '*.csproj' -o -name '*.props' -o -name '*.json' \
    -o -name '.editorconfig' -o -path './functions/*' -o -path './orchestrations/*' \) -newer "$stamp" -print -quit | grep -q .; then
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

# output FOLDER NAMA: berkas hasil pembangunan sebuah proyek.
output() { echo "$1/bin/embedded/Release/net10.0/Sakip.$2.dll"; }

# Setelan untuk menjalankan aplikasi di komputer ini; yang sudah disetel di lingkungan tidak diganti.
local_settings() {
  local key=.data/kunci-tautan
  mkdir -p .data
  [ -f "$key" ] || (umask 077 && head -c 32 /dev/urandom | base64 -w0 >"$key")
  export App__BaseUrl="${App__BaseUrl:-http://127.0.0.1:7071/}" TaskHubName="${TaskHubName:-sakip}"
  export Links__ActiveKey="${Links__ActiveKey:-lokal}" Links__Keys__lokal="${Links__Keys__lokal:-$(cat "$key")}"
  export Mail__Transport="${Mail__Transport:-Folder}" Mail__Folder="${Mail__Folder:-$PWD/out/pesan}"
  export Webhooks__AllowLoopback="${Webhooks__AllowLoopback:-true}"
  export Signing__Method="${Signing__Method:-Trial}"
  export Access__Administrators__0="${Access__Administrators__0:-pengelola@contoh.example}"
  export ReminderSchedule="${ReminderSchedule:-0 0 0 * * *}" WindowSchedule="${WindowSchedule:-0 5 0 * * *}"
  export RecoverySchedule="${RecoverySchedule:-0 */5 * * * *}" RetentionSchedule="${RetentionSchedule:-0 0 17 * * *}"
}

# simulate [--seeds N] [--from S]: menjalankan simulasi mesin dengan N benih mulai dari S.
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
    tests/Embedded/bin/embedded/Release/net10.0/Sakip.Embedded.Tests -noLogo -class '*SimulationTests'
}
