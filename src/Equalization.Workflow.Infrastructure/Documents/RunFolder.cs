namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>A folder for one run of a program of the machine, deleted with all in it when the run is over.</summary>
internal sealed class RunFolder(string prefix) : IAsyncDisposable
{
    private const int Tries = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory(prefix);

    public string PathOf(params string[] names) => Path.Combine([folder.FullName, .. names]);

    /// <summary>A program that was ended may still write for a moment; what stays then must not hide why the file was refused.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < Tries && !IsDeleted(); i++)
        {
            await Task.Delay(Pause);
        }
    }

    private bool IsDeleted()
    {
        try
        {
            folder.Delete(recursive: true);
            return true;
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            return !Directory.Exists(folder.FullName);
        }
    }
}
