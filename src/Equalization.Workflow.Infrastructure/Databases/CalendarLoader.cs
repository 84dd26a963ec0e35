using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Infrastructure.Databases;

/// <summary>Lays the State Council's days of db/calendars, which the program carries inside, into a database that has none.</summary>
public sealed class CalendarLoader(Transact transact, IDbContextFactory<WorkflowDb> contexts, TimeProvider clock)
{
    private const string Prefix = "Calendars.";

    public async Task LoadWhenEmpty(CancellationToken ct)
    {
        await using (var look = await contexts.CreateDbContextAsync(ct))
        {
            if (await look.CalendarDays.AnyAsync(ct))
            {
                return;
            }
        }

        await transact.Run(Actor.System(Guid.Empty, clock.Today()), "载入工作日历", async (db, _) =>
        {
            // Another node may have been quicker.
            if (!await db.CalendarDays.AnyAsync(ct))
            {
                db.AddRange(Days());
            }
        }, ct);
    }

    /// <summary>All days of the files carried inside.</summary>
    public static IEnumerable<CalendarDay> Days()
    {
        var assembly = typeof(CalendarLoader).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            reader.ReadLine();
            while (reader.ReadLine() is { Length: > 0 } line)
            {
                var cells = line.Split(',');
                yield return new CalendarDay
                {
                    Day = DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Kind = Enum.Parse<CalendarDayKind>(cells[1], ignoreCase: true),
                    Name = cells[2],
                };
            }
        }
    }
}
