using System.Diagnostics;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Architecture;

/// <summary>The files people wrote: what git tracks, or would. Where there is no git, everything outside build folders.</summary>
public static class SourceFiles
{
    private static readonly string[] BuildFolders = ["bin", "obj", "node_modules", ".git", "artifacts", "data"];

    private static readonly Lazy<IReadOnlyList<string>> Tracked = new(() => FromGit() ?? FromDisk());

    /// <summary>Full paths, in order.</summary>
    public static IReadOnlyList<string> All => Tracked.Value;

    public static IEnumerable<string> Under(params ReadOnlySpan<string> folder)
    {
        var root = Repository.PathOf(folder) + Path.DirectorySeparatorChar;
        return All.Where(f => f.StartsWith(root, StringComparison.Ordinal));
    }

    private static List<string>? FromGit()
    {
        var start = new ProcessStartInfo("git", ["-C", Repository.Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            var names = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0
                ? [.. names.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(n => Repository.PathOf(n)).Where(File.Exists).Order(StringComparer.Ordinal)]
                : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No git on this machine: an unpacked archive is as good a source.
            return null;
        }
    }

    private static List<string> FromDisk() =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(Repository.Root, f).Split(Path.DirectorySeparatorChar).Any(BuildFolders.Contains))
            .Where(f => !f.Contains(Path.Combine("wwwroot", "lib"), StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
