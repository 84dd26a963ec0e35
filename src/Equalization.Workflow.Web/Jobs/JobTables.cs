using System.Text;
using Quartz;

namespace Equalization.Workflow.Web.Jobs;

/// <summary>
/// The scheduler's own tables on SQL Server as a script, for administrators who do not let a program change their schema. The text is the
/// library's, taken from the very version that will use the tables, so the two cannot drift apart.
/// </summary>
public static class JobTables
{
    public const string Prefix = "QRTZ_";

    private const string Resource = "Quartz.Impl.AdoJobStore.Schema.create_sqlServer.sql";
    private const string Separator = "--;;";

    private const string Head = """
        -- Tables of the timed jobs (Quartz) of Equalization.Workflow on SQL Server.
        -- What it does: creates what is missing. It may run twice; it changes and deletes nothing that is there.


        """;

    public static string Script()
    {
        using var stream = typeof(IScheduler).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"Quartz no longer carries {Resource}.");
        using var reader = new StreamReader(stream);
        var text = new StringBuilder(Head);
        foreach (var statement in reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n" + Separator + "\n"))
        {
            text.Append(WithoutComments(statement).Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Prefix, StringComparison.Ordinal)).Append("\nGO\n\n");
        }

        return text.ToString();
    }

    private static string WithoutComments(string statement) =>
        string.Join('\n', statement.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal))).Trim();
}
