using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Infrastructure.Databases;

namespace Equalization.Workflow.Web;

/// <summary>
/// The setting Clock, and the mark it leaves. Time may be set on an SQLite database that is empty or marked as a demonstration, and never in
/// Production; a database once marked stays so, whatever the clock later is.
/// </summary>
public sealed class DemonstrationClock(Settings settings, DemonstrationService demonstrations, MachineClock machine)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"];

    /// <summary>The product's clock: the machine's, or one that begins where the setting says. Throws <see cref="WrongSetting"/>.</summary>
    public static TimeProvider Of(Settings settings, IHostEnvironment environment, TimeProvider machine)
    {
        if (string.IsNullOrWhiteSpace(settings.Clock.Now))
        {
            return settings.Clock.Speed == 1 ? machine : throw new WrongSetting("设置 Clock:Speed 只在填写 Clock:Now 时有效，请填写开始时刻，或删去 Clock:Speed。");
        }

        if (environment.IsProduction())
        {
            throw new WrongSetting("设置 Clock:Now 仅供演示，环境为 Production 时不能设置时间。请删去这一行。");
        }

        if (settings.Database.Provider != "Sqlite")
        {
            throw new WrongSetting("设置 Clock:Now 仅供演示，只能用于 Sqlite 数据库。请删去这一行，或改用空的数据目录。");
        }

        return DateTime.TryParseExact(settings.Clock.Now.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
               && wall.Year is >= FirstYear and <= LastYear
            ? new VirtualClock(machine, new DateTimeOffset(wall, Jobs.Schedule.China.BaseUtcOffset), settings.Clock.Speed)
            : throw new WrongSetting($"设置 Clock:Now 的值“{settings.Clock.Now}”不成立，请按 2018-03-01 09:00 的样子填写 {FirstYear} 至 {LastYear} 年间的北京时间。");
    }

    /// <summary>Marks the database when time is set. Throws <see cref="WrongSetting"/> for one that holds a ledger and no mark.</summary>
    public async Task WhenSet(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(settings.Clock.Now))
        {
            return;
        }

        try
        {
            await demonstrations.Mark(machine.Clock.UtcNow(), ct);
        }
        catch (RuleBroken refusal)
        {
            throw new WrongSetting(refusal.Message);
        }
    }
}
