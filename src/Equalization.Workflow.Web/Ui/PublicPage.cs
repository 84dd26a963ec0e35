namespace Equalization.Workflow.Web.Ui;

/// <summary>Pages that anybody may read, and that a cache on the way may keep.</summary>
internal static class PublicPage
{
    /// <summary>
    /// For five minutes, where the answer is the same for all: not to somebody signed in, whose cookie may be renewed with it, and not where the address asks
    /// for a language, which is answered with a cookie.
    /// </summary>
    public static void MayBeKept(HttpContext context)
    {
        var shared = context.User.Identity?.IsAuthenticated != true && !context.Request.Query.ContainsKey("culture");
        context.Response.Headers.CacheControl = shared ? "public, max-age=300" : "private, no-cache";
        context.Response.Headers.Vary = "Cookie";
    }
}
