using System.Data.Common;
using Equalization.Workflow.Core;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Infrastructure.Databases;

/// <summary>
/// Brings the tables up to date at start. An SQLite file is made (in WAL mode, which the file remembers) and migrated; an SQL Server only
/// when the settings say so, for several programs may start at once and the right to change tables is not every program's.
/// </summary>
public sealed class Schema(IDbContextFactory<WorkflowDb> contexts, DatabaseSettings settings)
{
    /// <summary>Throws <see cref="WrongSetting"/> when the database cannot be opened or is not up to date.</summary>
    public async Task BringUpToDate(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            if (settings.Provider == "Sqlite" || settings.MigrateAtStart)
            {
                await db.Database.MigrateAsync(ct);
                return;
            }

            var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
            if (pending.Count > 0)
            {
                throw new WrongSetting(
                    $"数据库的表结构缺少 {pending.Count} 项升级（{pending[0]} 起）。请先执行 db/sqlserver 下的脚本，或将设置 Database:MigrateAtStart 改为 true 后再启动。");
            }
        }
        catch (DbException e)
        {
            throw new WrongSetting($"按设置 Database:ConnectionString 无法打开或升级数据库，请检查地址、账户与权限：{e.Message}");
        }
    }
}
