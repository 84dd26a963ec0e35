using System.Globalization;
using System.Security.Cryptography;
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

        var system = Actor.System(Guid.Empty, clock.Today());
        await transact.Run(system, "载入工作日历", async (db, act) =>
        {
            // Another node may have been quicker.
            if (await db.CalendarDays.AnyAsync(ct))
            {
                return;
            }

            var days = Days().ToList();
            db.AddRange(days);
            db.Add(new CalendarImport
            {
                At = act.At,
                By = system.PersonName,
                FileName = "cn.csv",
                Hash = Hash(),
                Years = $"{days.Min(d => d.Day.Year)}–{days.Max(d => d.Day.Year)}",
                Added = days.Count,
                FinishedAt = act.At,
            });
        }, ct);
    }

    /// <summary>All days of the files carried inside.</summary>
    public static IEnumerable<CalendarDay> Days()
    {
        foreach (var name in Names())
        {
            using var reader = new StreamReader(Open(name));
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

    private static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names())
        {
            using var stream = Open(name);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            hash.AppendData(bytes.ToArray());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Names() => typeof(CalendarLoader).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static Stream Open(string name) => typeof(CalendarLoader).Assembly.GetManifestResourceStream(name)!;
}
