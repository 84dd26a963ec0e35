using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Units;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.StaticAssets;

namespace Equalization.Workflow.Web.SignIn;

/// <summary>
/// Between authentication and authorization: finds in whose name the request acts, with one query. Somebody who must change the password
/// first, or whose posts have all ended, reaches only the pages of the account itself.
/// </summary>
public sealed class ActingMiddleware(RequestDelegate next, ActorQueries actors, TimeProvider clock)
{
    public const string PasswordPage = "/Accounts/Password";
    public const string NoPostPage = "/Accounts/NoPost";

    /// <summary>Nobody who is not signed in has files to send.</summary>
    private const long StrangersBody = 1024 * 1024;

    public async Task Invoke(HttpContext context, Acting acting)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            await next(context);
            return;
        }

        if (AccountClaims.PersonOf(context.User) is not { } personId)
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            {
                body.MaxRequestBodySize = StrangersBody;
            }

            await next(context);
            return;
        }

        if (await actors.Find(personId, AccountClaims.PostOf(context.User), clock.Today(), context.RequestAborted) is { } found)
        {
            acting.Enter(found.Actor, found.Posts);
        }

        var first = context.User.HasClaim(AccountClaims.MustChangePassword, "true") ? PasswordPage : acting.IsSignedIn ? null : NoPostPage;
        if (first is null || IsOfTheAccount(endpoint))
        {
            await next(context);
        }
        else
        {
            SendTo(context, first);
        }
    }

    private static bool IsOfTheAccount(Endpoint? endpoint) => endpoint is null
        || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is Policies.Anyone or Policies.Account);

    private static void SendTo(HttpContext context, string page)
    {
        if (CookieAnswers.IsForPeople(context.Request))
        {
            context.Response.Redirect(context.Request.PathBase + page);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.Headers["HX-Redirect"] = (context.Request.PathBase + page).ToString();
        }
    }
}
