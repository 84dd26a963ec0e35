using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Web.Processes;

/// <summary>The interface's word for each port, event and value that the definitions name, as a key of the texts. What is not here shows its own name.</summary>
public static class ProcessNames
{
    public static IReadOnlyDictionary<string, string> Ports { get; } = new Dictionary<string, string>
    {
        ["Done"] = Texts.Mark("完成"),
        ["True"] = Texts.Mark("是"),
        ["False"] = Texts.Mark("否"),
        ["Default"] = Texts.Mark("其他"),
        ["Open"] = Texts.Mark("未答复"),
        ["Late"] = Texts.Mark("已逾期"),
        ["Answered"] = Texts.Mark("已答复"),
    };

    public static IReadOnlyDictionary<string, string> Events { get; } = new Dictionary<string, string>
    {
        ["help-answered"] = Texts.Mark("协调事项已答复"),
    };

    public static IReadOnlyDictionary<string, string> Values { get; } = new Dictionary<string, string>
    {
        ["dueAt"] = Texts.Mark("等到"),
        ["eventName"] = Texts.Mark("等待的事件"),
        ["result"] = Texts.Mark("随附内容"),
        ["condition"] = Texts.Mark("条件"),
        ["workflowDefinitionId"] = Texts.Mark("所启动的流程"),
        ["correlationId"] = Texts.Mark("所办事项"),
        ["waitForCompletion"] = Texts.Mark("等其结束"),
        ["taskId"] = Texts.Mark("任务标识"),
        ["helpId"] = Texts.Mark("协调事项标识"),
        ["answerEndsAt"] = Texts.Mark("答复期限"),
    };
}
