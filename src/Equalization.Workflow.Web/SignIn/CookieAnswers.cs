using System.Net;
using Equalization.Workflow.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Equalization.Workflow.Web.SignIn;

/// <summary>
/// What a request without a valid sign-in, or without the right, gets: a page goes to the sign-in page and comes back; an in-place act gets
/// 401 with <see cref="ExpiredHeader"/>, so that the script asks on the spot and what was typed stays; a program gets the bare status.
/// </summary>
public static class CookieAnswers
{
    public const string ExpiredHeader = "X-Sign-In";

    /// <summary>The stamp each minute; and a sample sign-in only where the sample may be.</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.HasClaim(SampleAccounts.Claim, "true") == true
            && !context.HttpContext.RequestServices.GetRequiredService<SampleGate>().MaySignIn(context.HttpContext.Connection.RemoteIpAddress))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SignInServices.Scheme);
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    public static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsForPeople(context.Request))
        {
            context.Response.Redirect($"{context.Options.LoginPath}?{context.Options.ReturnUrlParameter}={Uri.EscapeDataString(WayBack(context.Request))}"
                + (HttpMethods.IsGet(context.Request.Method) ? "" : "&lost=true"));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers[ExpiredHeader] = "required";
        }

        return Task.CompletedTask;
    }

    public static Task Deny(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>A whole page for a reader, not a part of one and not data.</summary>
    public static bool IsForPeople(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        && !request.Headers.ContainsKey("HX-Request")
        && request.Headers.XRequestedWith != "XMLHttpRequest";

    public static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    /// <summary>A post cannot be asked again by its address: the page its form stood on can.</summary>
    private static string WayBack(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return request.PathBase + request.Path + request.QueryString;
        }

        return Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value
            ? page.PathAndQuery
            : request.PathBase + request.Path;
    }
}
