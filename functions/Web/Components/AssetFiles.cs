using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using Sakip.Storage;

namespace Sakip.Functions.Web.Components;

/// <param name="Tag">Begins the content's hash; part of the URL, so that a browser may keep the file for good.</param>
internal sealed record AssetFile(string Name, string Type, byte[] Content, byte[] Compressed, string Tag);

/// <summary>Style sheets, scripts and pictures, vendored and embedded.</summary>
internal static class AssetFiles
{
    private const string Prefix = "Sakip.Functions.Assets.";

    private static readonly FrozenDictionary<string, AssetFile> Files = Load();

    public static AssetFile? Find(string name) => Files.GetValueOrDefault(name);

    /// <summary>The file's URL, with its version.</summary>
    public static string Url(string name) => $"/aset/{name}?v={Files[name].Tag}";

    private static FrozenDictionary<string, AssetFile> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name => Read(assembly, name));
    }

    private static AssetFile Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var content = copy.ToArray();
        using var small = new MemoryStream();
        using (var gzip = new GZipStream(small, CompressionLevel.SmallestSize))
            gzip.Write(content);
        var name = resource[Prefix.Length..];
        return new AssetFile(name, TypeOf(name), content, small.ToArray(), BlobVault.HashOf(content)[..16]);
    }

    private static string TypeOf(string name) =>
        Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".txt" => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        };
}
