using System.Globalization;
using System.Net;
using System.Text;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// What the pages are compared with, mapped by the benchmark only: the same sign-in and acting post, the same rows by plain ADO.NET on the same
/// file, and as many bytes of HTML written, but no page, model, permission, light or text.
/// </summary>
public static class MinimalEndpoints
{
    private const string Filler = "<td class=\"cell\">任务台账</td>\n";

    private const string Overdue = """
        SELECT COUNT(*) FROM AnnualTasks WHERE JurisdictionId = $jurisdiction AND ClosedOn IS NULL AND CurrentDueOn < $day;
        SELECT t.Id, t.Number, t.Title, t.Year, u.ShortName, t.State, t.FirstDueOn, t.CurrentDueOn, t.RuleSetNumber, t.MeasurePosition, t.ClosedOn,
               p.State, p.DueOn, p.SignDueOn, p.SignedOn, p.Reported, p.ReportedThrough, p.OwnWord, p.Light, p.Silent, p.YellowMonths, p.DoneOn, p.StartOn
          FROM (SELECT * FROM AnnualTasks WHERE JurisdictionId = $jurisdiction AND ClosedOn IS NULL AND CurrentDueOn < $day ORDER BY CurrentDueOn, Number LIMIT 50) t
          JOIN Units u ON u.Id = t.LeadUnitId
          JOIN TaskUnits p ON p.TaskId = t.Id AND p.Role = 'Lead';
        SELECT p.TaskId, u.ShortName FROM TaskUnits p JOIN Units u ON u.Id = p.UnitId
         WHERE p.Role = 'Cooperating' AND p.TaskId IN
               (SELECT Id FROM AnnualTasks WHERE JurisdictionId = $jurisdiction AND ClosedOn IS NULL AND CurrentDueOn < $day ORDER BY CurrentDueOn, Number LIMIT 50);
        SELECT Id, Name FROM Units WHERE JurisdictionId = $jurisdiction ORDER BY SortKey;
        SELECT Id, Title FROM Plans WHERE JurisdictionId = $jurisdiction;
        SELECT COUNT(*) FROM Notices WHERE PersonId = $person AND ReadAt IS NULL;
        """;

    private const string OneTask = """
        SELECT t.*, p.Title FROM AnnualTasks t JOIN Plans p ON p.Id = t.PlanId WHERE t.JurisdictionId = $jurisdiction AND t.Id = $task;
        SELECT p.*, u.ShortName FROM TaskUnits p JOIN Units u ON u.Id = p.UnitId WHERE p.TaskId = $task;
        SELECT * FROM ProgressReports WHERE TaskId = $task AND State = 'WithHead';
        SELECT * FROM ExtensionRequests WHERE TaskId = $task;
        SELECT * FROM CompletionRequests WHERE TaskId = $task;
        SELECT * FROM Stories WHERE TaskId = $task ORDER BY At DESC LIMIT 50;
        SELECT COUNT(*) FROM Notices WHERE PersonId = $person AND ReadAt IS NULL;
        """;

    private const string Found = """
        SELECT t.Id, t.Number, t.Title, t.Content, t.Criteria, u.ShortName FROM AnnualTasks t JOIN Units u ON u.Id = t.LeadUnitId
         WHERE t.JurisdictionId = $jurisdiction AND t.Id IN (SELECT value FROM json_each($ids));
        SELECT r.Id, r.Narrative, r.Problem, r.NextStep, r.PeriodCode, t.Number, t.Title, u.ShortName
          FROM ProgressReports r JOIN AnnualTasks t ON t.Id = r.TaskId JOIN Units u ON u.Id = r.UnitId WHERE r.Id IN (SELECT value FROM json_each($ids));
        SELECT m.Id, m.Number, m.Title, m.Body, p.Title FROM Measures m JOIN PlanVersions v ON v.Id = m.PlanVersionId JOIN Plans p ON p.Id = v.PlanId
         WHERE m.Id IN (SELECT value FROM json_each($ids));
        SELECT Id, Name, ShortName FROM Units WHERE Id IN (SELECT value FROM json_each($ids));
        SELECT COUNT(*) FROM Notices WHERE PersonId = $person AND ReadAt IS NULL;
        """;

    private const string County = """
        SELECT r.Year, s.County, COUNT(*) FROM SchoolRecords r JOIN Schools s ON s.Id = r.SchoolId WHERE r.JurisdictionId = $jurisdiction AND r.Year = $year AND s.County = $county GROUP BY r.Year, s.County;
        SELECT s.Id, s.Code, s.Name, r.* FROM Schools s JOIN SchoolRecords r ON r.SchoolId = s.Id
         WHERE s.JurisdictionId = $jurisdiction AND s.County = $county AND r.Year = $year ORDER BY s.SortKey, s.Id LIMIT 50;
        SELECT COUNT(*) FROM Notices WHERE PersonId = $person AND ReadAt IS NULL;
        """;

    public static void Map(WebApplication app, string connectionString)
    {
        app.MapGet("/benchmark/overdue", (int bytes, Acting acting, HttpContext context) => Write(context, connectionString, Overdue, acting, bytes))
            .RequireAuthorization(Policies.Ledger);
        app.MapGet("/benchmark/found/{ids}", (string ids, int bytes, Acting acting, HttpContext context) => Write(context, connectionString, Found, acting, bytes, ("$ids", $"[\"{string.Join("\",\"", ids.ToUpperInvariant().Split(','))}\"]")))
            .RequireAuthorization(Policies.Ledger);
        app.MapGet("/benchmark/task/{id:guid}", (Guid id, int bytes, Acting acting, HttpContext context) => Write(context, connectionString, OneTask, acting, bytes, ("$task", id)))
            .RequireAuthorization(Policies.Ledger);
        app.MapGet("/benchmark/county/{year:int}/{county}", (int year, string county, int bytes, Acting acting, HttpContext context) =>
                Write(context, connectionString, County, acting, bytes, ("$year", year), ("$county", county)))
            .RequireAuthorization(Policies.Ledger);
    }

    private static async Task Write(HttpContext context, string connectionString, string sql, Acting acting, int bytes, params (string Name, object Value)[] asked)
    {
        var html = new StringBuilder("<!doctype html><html><body><table>");
        await using (var connection = new SqliteConnection(connectionString))
        {
            await connection.OpenAsync(context.RequestAborted);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            Add(command, "$jurisdiction", acting.Actor.JurisdictionId);
            Add(command, "$person", acting.Actor.PersonId);
            Add(command, "$day", acting.Actor.Day.ToString("O", CultureInfo.InvariantCulture));
            foreach (var (name, value) in asked)
            {
                Add(command, name, value);
            }

            await using var reader = await command.ExecuteReaderAsync(context.RequestAborted);
            do
            {
                while (await reader.ReadAsync(context.RequestAborted))
                {
                    Row(html, reader);
                }
            }
            while (await reader.NextResultAsync(context.RequestAborted));
        }

        for (var length = Encoding.UTF8.GetByteCount(html.ToString()); length < bytes; length += Encoding.UTF8.GetByteCount(Filler))
        {
            html.Append(Filler);
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html.Append("</table></body></html>").ToString(), context.RequestAborted);
    }

    private static void Row(StringBuilder html, SqliteDataReader reader)
    {
        html.Append("<tr>");
        for (var i = 0; i < reader.FieldCount; i++)
        {
            html.Append("<td>").Append(reader.IsDBNull(i) ? "" : WebUtility.HtmlEncode(reader.GetString(i))).Append("</td>");
        }

        html.Append("</tr>\n");
    }

    private static void Add(SqliteCommand command, string name, object value)
    {
        if (command.CommandText.Contains(name, StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue(name, value is Guid id ? id.ToString().ToUpperInvariant() : value);
        }
    }
}
