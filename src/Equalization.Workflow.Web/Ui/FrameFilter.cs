using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>Fills the frame when a whole page is about to be shown, and only then: a redirect or a part of a page costs no count of notices.</summary>
public sealed class FrameFilter : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is PageResult && !context.HttpContext.Request.Headers.ContainsKey("HX-Request"))
        {
            await Fill(context.HttpContext);
        }

        await next();
    }

    private static async Task Fill(HttpContext context)
    {
        var frame = context.RequestServices.GetRequiredService<PageFrame>();
        frame.IsDemonstration = await context.RequestServices.GetRequiredService<DemonstrationService>().IsMarked(context.RequestAborted);
        var acting = context.RequestServices.GetRequiredService<Acting>();
        if (!acting.IsSignedIn)
        {
            frame.PersonName = context.User.Identity?.Name ?? "";
            return;
        }

        var actor = acting.Actor;
        frame.JurisdictionName = acting.Posts.First(p => p.MembershipId == actor.MembershipId).JurisdictionName;
        frame.PersonName = actor.For?.DeputyName ?? actor.PersonName;
        var l = context.RequestServices.GetRequiredService<IStringLocalizer>();
        string Named(string post, string? holder) => holder is null ? post : l["{0}（代{1}）", post, holder].Value;
        frame.Posts = [.. acting.Posts.Select(p => new PostChoice(p.MembershipId, p.UnitName, Named(p.Post, p.HolderName)))];
        frame.ActingAs = new PostChoice(actor.MembershipId, actor.UnitName, Named(actor.Post, actor.For?.HolderName));
        frame.AllowedMenu = Menu.For(actor.Role);
        frame.StoppedProcesses = await context.RequestServices.GetRequiredService<ProcessQueries>().Stopped(actor, context.RequestAborted);
        frame.NoticeCount = await context.RequestServices.GetRequiredService<NoticeQueries>().Unread(actor, context.RequestAborted);
    }
}
