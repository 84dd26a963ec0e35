using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Web.Guides;

/// <summary>Help for the administrator.</summary>
internal static class AdminGuide
{
    public static readonly Guide Text = new(
        Texts.Mark("您管理单位、人员、日历和系统运行，不办理台账事项；办理台账请切换到办公室的岗位。"),
        [
            new(Texts.Mark("看有没有未送达的邮件，点开看原因，可以重新发送。"), "/Mail", Texts.Mark("邮件")),
            new(Texts.Mark("看计划作业上次运行是否成功。"), "/Jobs", Texts.Mark("计划作业")),
            new(Texts.Mark("菜单“流程”旁有数目时，打开停在异常上的流程，按提示重试或联系维护人员。"), "/Processes/Incidents", Texts.Mark("流程")),
        ],
        [
            new(Texts.Mark("怎样导入单位和人员"),
                [
                    Texts.Mark("依次导入单位、人员与任职、领导分管；表头可以用自己的列名，上传后再指定对应关系。"),
                    Texts.Mark("有错的行写明行号和原因；可以改好再上传，也可以先导入正确的行。"),
                    Texts.Mark("再次导入同一张表时只列出变化；表里没有的人员不会被删除。"),
                ],
                "/Units/Rosters", Texts.Mark("从表格导入")) { Picture = new("admin-units", Texts.Mark("单位与人员：点单位名称看岗位、账户和分管领导。")) },
            new(Texts.Mark("怎样开通账户"),
                [
                    Texts.Mark("人员表中填了用户名的，在“批量开通账户”一次开通，打印写有一次性密码的纸条，裁开后当面交给本人。"),
                    Texts.Mark("一次性密码只显示一次；没有打印到的，到单位页逐个“重置密码”。"),
                ],
                "/Units/SignIns", Texts.Mark("批量开通账户")),
            new(Texts.Mark("每年公布放假安排后做什么"),
                [Texts.Mark("在“工作日历”点“导入年度安排”，上传文件，先预览哪些期限会变化，再保存。")],
                "/Calendar", Texts.Mark("工作日历")),
            new(Texts.Mark("邮件发不出去怎么办"),
                [Texts.Mark("“邮件”写明服务器的答复；改好设置后点“给自己发测试邮件”，成功后点“重新发送未送达邮件”。")],
                "/Mail", Texts.Mark("邮件")),
        ]);
}
