using System.Diagnostics;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Architecture;

/// <summary>That the ban on clock calls is really wired into every build: a made-up project under this tree does not compile.</summary>
public sealed class BannedClockTests
{
    /// <summary>Files that may switch the ban off, each with the reason.</summary>
    private static readonly Dictionary<string, string> MaySwitchOff = new()
    {
        ["src/Equalization.Workflow.Web/Program.cs"] = "chooses the clock of the program",
    };

    private static readonly Dictionary<string, string> Calls = new()
    {
        ["P:System.DateTime.Now"] = "_ = System.DateTime.Now;",
        ["P:System.DateTime.UtcNow"] = "_ = System.DateTime.UtcNow;",
        ["P:System.DateTime.Today"] = "_ = System.DateTime.Today;",
        ["P:System.DateTimeOffset.Now"] = "_ = System.DateTimeOffset.Now;",
        ["P:System.DateTimeOffset.UtcNow"] = "_ = System.DateTimeOffset.UtcNow;",
        ["P:System.TimeProvider.System"] = "_ = System.TimeProvider.System;",
        ["M:System.Threading.Thread.Sleep(System.Int32)"] = "System.Threading.Thread.Sleep(1);",
        ["M:System.Threading.Thread.Sleep(System.TimeSpan)"] = "System.Threading.Thread.Sleep(System.TimeSpan.Zero);",
    };

    [Fact]
    public async Task Each_banned_call_is_an_error_of_the_build()
    {
        var banned = File.ReadLines(Repository.PathOf("BannedSymbols.txt")).Where(l => l.Length > 0).Select(l => l.Split(';')[0]).ToList();
        Assert.Equal(banned.Order(), Calls.Keys.Order());

        var output = await Build(banned.Select(symbol => Calls[symbol]));

        var errors = output.Split('\n').Where(l => l.Contains("error RS0030", StringComparison.Ordinal)).ToList();
        Assert.All(Enumerable.Range(1, banned.Count), line =>
            Assert.True(errors.Exists(e => e.Contains($"Made.cs({line},", StringComparison.Ordinal)), $"{banned[line - 1]} was let through:\n{output}"));
    }

    [Fact]
    public void Nobody_switches_the_ban_off()
    {
        const string Off = "pragma warning disable RS0030";
        var found = SourceFiles.All
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && Path.GetFileName(f) != nameof(BannedClockTests) + ".cs")
            .Where(f => File.ReadAllText(f).Contains(Off, StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'));

        Assert.Empty(found.Except(MaySwitchOff.Keys));
    }

    // Under the tree, so that Directory.Build.props and the analyzer arrive the way they do for every project.
    private static async Task<string> Build(IEnumerable<string> lines)
    {
        var folder = Repository.PathOf("artifacts", "banned-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "Made.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>");
            await File.WriteAllLinesAsync(Path.Combine(folder, "Made.cs"), lines);
            var start = new ProcessStartInfo("dotnet", ["build", "-v", "q", "-nologo", "-m:1", "-nodeReuse:false"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var build = Process.Start(start)!;
            var output = build.StandardOutput.ReadToEndAsync();
            var errors = build.StandardError.ReadToEndAsync();
            await build.WaitForExitAsync();
            return await output + await errors;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
