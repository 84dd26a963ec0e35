using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Web.Sample;
using Equalization.Workflow.Web.SignIn;

namespace Equalization.Workflow.Web;

/// <summary>What a start does before it listens, and what it tells once it does.</summary>
public sealed class FirstRun(
    Settings settings, Schema schema, DemonstrationClock mark, DefinitionFiles definitions, CalendarLoader calendars, ReminderRuleService reminders,
    HeldAdoption held, SetUpService setUp, SetUpCode code, SampleCity city, SampleSignIns samples)
{
    public async Task Prepare(CancellationToken ct)
    {
        await schema.BringUpToDate(ct);
        await mark.WhenSet(ct);
        await held.Run(ct);
        await definitions.Publish(settings.Processes.Folder, ct);
        await calendars.LoadWhenEmpty(ct);
        await city.LoadWhenAllowed(ct);
        await reminders.EnsureDefaults(ct);
    }

    public async Task Tell(TextWriter output, string address, CancellationToken ct)
    {
        await output.WriteLineAsync($"优质均衡任务台账已启动：{address}");
        if (await setUp.IsOpen(ct))
        {
            await output.WriteLineAsync($"尚未设置。请打开 {address}/Setup，填写一次性设置码：{code.Make()}");
            return;
        }

        var signIns = await samples.List(ct);
        if (signIns.Count == 0)
        {
            await output.WriteLineAsync("请打开上述地址，用管理员开通的账户登录。");
            return;
        }

        await output.WriteLineAsync("已载入示例城市。请打开上述地址，用下列账户登录（密码均为 " + samples.Password + "）：");
        foreach (var signIn in signIns)
        {
            await output.WriteLineAsync($"  {signIn.UserName}    {signIn.UnitName} {signIn.Post}");
        }
    }
}
