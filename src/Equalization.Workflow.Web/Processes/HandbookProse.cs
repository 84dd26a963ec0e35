namespace Equalization.Workflow.Web.Processes;

/// <summary>What the handbook of processes says that no definition can say for itself.</summary>
internal static class HandbookProse
{
    public const string Head =
        """
        # Processes

        The timed and multi-step moves of the ledger are data: each `*.json` here is one process in Elsa Workflows 3.7's format, published when the
        program starts. A definition says what happens next and when; what must hold in every state stands on the entities and in the services.
        This page and the pictures are written from the definitions (`dotnet run --project src/Equalization.Workflow.Web -- draw-processes workflows`), and a
        test keeps them equal. The same pictures, with where each task stands, are on the page 流程 of the program.

        How to read a picture: from left to right; an envelope waits for an event, a clock for an instant, a rhombus decides, a bar splits or joins, a
        double frame starts another process, dashed lines lead back.

        """;

    public const string Supported =
        """

        ## What a file may hold

        Anything else is refused when it is read, with file, place and reason:

        | kind | names |
        |---|---|
        | structure | `Elsa.Flowchart`, `Elsa.Sequence`, `Elsa.If`, `Elsa.Start`, `Elsa.End`, `Elsa.Finish`, `Elsa.Fault` |
        | branches and joins | `Elsa.FlowDecision`, `Elsa.FlowSwitch`, `Elsa.FlowFork`, `Elsa.FlowJoin` (WaitAll, WaitAllActive, WaitAny) |
        | events | `Elsa.Event`, `Elsa.PublishEvent`, `Elsa.Correlate` |
        | time | `Elsa.Delay`, `Elsa.StartAt`, `Elsa.Timer`, `Elsa.Cron` |
        | values | `Elsa.SetVariable`, `Elsa.SetOutput` |
        | children | `Elsa.DispatchWorkflow`, `Elsa.ExecuteWorkflow` |
        | our own | activities in C# with typed inputs, outputs and named outcomes, registered by type name (below) |

        Expressions: `Literal`, `Variable`, `Object`, `Input`. No script: a decision that needs thought is an activity in C#, with a test.

        """;

    public const string Change =
        """

        ## How to change a process

        1. Edit the file in Elsa Studio or by hand, and raise `version` by one. What stands under `metadata` (the words on a step, its place on the canvas) may
           change without a new version; anything else may not: a version that was published once and reads otherwise stops the start.
        2. Put the file into the folder that the setting `Processes:Folder` names (`workflows` beside the program) and restart the program. On several web
           nodes give all of them the file before the first restarts. A flaw stops the start with file, place and reason, and nothing is changed.
        3. What runs already stays on the version it began with, to its end; what starts from now on takes the new one. So an old version's activities must
           stay in the program as long as instances run on it; the start checks that too.
        4. The page 流程 shows each version with the number of instances still on it.

        ## 怎样修改流程

        1. 用 Elsa Studio 或文本编辑器修改文件，并把 `version` 加一。只改 `metadata` 中步骤的显示文字或位置不必加一；改动流程做法而不加一的，程序启动时会拒绝。
        2. 把文件放进设置 `Processes:Folder` 所指的文件夹（默认为程序旁的 `workflows`），重启程序。多台网站服务器的，先把文件放到每一台再逐台重启。文件有误时程序不启动，
           并指出文件、位置和原因，原有数据不变。
        3. 已经开始的流程按原来的版本走到结束，此后开始的按新版本走。
        4. 页面“流程”列出每个版本和仍在其上运行的流程数。

        """;
}
