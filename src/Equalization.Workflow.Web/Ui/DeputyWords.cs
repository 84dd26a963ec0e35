using Equalization.Workflow.Core.Deputies;

namespace Equalization.Workflow.Web.Ui;

/// <summary>Words for where a deputy stands on a day.</summary>
public static class DeputyWords
{
    public static string Of(DeputyRow row, DateOnly day) => row switch
    {
        { WithdrawnAt: not null } => Texts.Mark("已撤回"),
        _ when row.HoldsOn(day) => Texts.Mark("代理中"),
        _ when row.FromOn > day => Texts.Mark("未开始"),
        _ => Texts.Mark("已到期"),
    };
}
