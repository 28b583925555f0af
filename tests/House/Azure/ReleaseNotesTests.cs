using System.Text.RegularExpressions;

namespace Sakip.Tests.House.Azure;

/// <summary>release-notes.sh against a repository made for the test.</summary>
public sealed partial class ReleaseNotesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sakip-notes-");

    [Fact]
    public async Task Notes_name_every_commit_since_the_last_tag_under_its_kind()
    {
        await GitAsync("init", "-q");
        await CommitAsync("feat: an older thing");
        await GitAsync("tag", "v1.0.0");
        await CommitAsync("feat(agreements): delegation to an acting official");
        await CommitAsync("fix: a reminder on a holiday");
        await CommitAsync("feat!: quarterly windows are data");
        await CommitAsync("The house: a plain subject");
        await GitAsync("tag", "v1.1.0");

        var notes = await NotesAsync("v1.1.0");

        Assert.Equal(
            """
            ## Breaking changes

            - quarterly windows are data

            ## New

            - delegation to an acting official

            ## Fixed

            - a reminder on a holiday

            ## Other changes

            - The house: a plain subject
            """,
            notes
        );
    }

    [Fact]
    public async Task The_first_release_lists_everything()
    {
        await GitAsync("init", "-q");
        await CommitAsync("feat: the first thing");
        await GitAsync("tag", "v1.0.0");

        Assert.Equal("## New\n\n- the first thing", await NotesAsync("v1.0.0"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> NotesAsync(string tag)
    {
        var script = Path.Combine(Repository.Root, ".github", "release-notes.sh");
        var result = await Command.RunAsync("sh", [script, tag], _folder.FullName);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        // Hashes differ from run to run.
        var lines = result.Output.TrimEnd().Split('\n');
        return string.Join('\n', lines.Select(line => Hash().Replace(line, "")));
    }

    private Task CommitAsync(string subject) =>
        GitAsync(
            "-c",
            "user.name=Uji",
            "-c",
            "user.email=uji@kantor.example",
            "commit",
            "-q",
            "--allow-empty",
            "-m",
            subject
        );

    private async Task GitAsync(params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the script is for a POSIX shell");
        var result = await Command.RunAsync("git", arguments, _folder.FullName);
        Assert.True(result.ExitCode == 0, result.Errors);
    }

    [GeneratedRegex(@" \([0-9a-f]+\)$")]
    private static partial Regex Hash();
}
