using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;

namespace Equalization.Workflow.Web.SignIn;

/// <summary>
/// Binds a form to the post in whose name it was opened: after a switch in another tab the form is refused (400, with a page that says so)
/// rather than acting in the new name.
/// </summary>
public sealed class FormPost : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) => PostIn(context);

    public bool ValidateAdditionalData(HttpContext context, string additionalData) => additionalData == PostIn(context);

    private static string PostIn(HttpContext context)
    {
        var acting = context.RequestServices.GetRequiredService<Acting>();
        return acting.IsSignedIn ? acting.Actor.MembershipId.ToString("N", CultureInfo.InvariantCulture) : "";
    }
}
