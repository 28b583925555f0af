namespace Sakip.Commands;

/// <summary>How the commands are called.</summary>
internal static class Usage
{
    public const string Text = """
        Perintah:
          doctor [--data FOLDER] [--purge-before TTTT-BB-HH]
          audit verify [--data FOLDER | --account AKUN]
          audit seal --unit KODE --year TAHUN [--data FOLDER | --account AKUN]
          check BERKAS.json|BERKAS.docx [--year TAHUN] [--out FOLDER]
          backup --unit KODE --year TAHUN --file ARSIP.zip [--data FOLDER | --account AKUN]
          restore --file ARSIP.zip [--data FOLDER | --account AKUN]
          rebuild --unit KODE --year TAHUN [--url ALAMAT] [--data FOLDER]
          letters resend --unit KODE --year TAHUN [--key PESAN] [--url ALAMAT] [--data FOLDER]
          retention [apply] [--link-days HARI] [--evidence-days HARI] [--data FOLDER | --account AKUN]
          erase --unit KODE --official KODE [--data FOLDER | --account AKUN]
          keys new
          keys open --before SAAT [--key NAMA] [--data FOLDER | --account AKUN]
          version
        """;

    /// <summary>The lines of one command; all where there is none of that name.</summary>
    public static string Of(string command)
    {
        var lines = Text.Split('\n').Where(line => line.TrimStart().Split(' ')[0] == command).ToList();
        return lines.Count == 0 ? Text : string.Join('\n', lines.Prepend("Perintah:"));
    }
}
