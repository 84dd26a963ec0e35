using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The address of the page in hand with some of its query changed; filters live there, so a page can be sent.</summary>
public static class Address
{
    public const string Page = "p";

    /// <summary>The same page with these values set; null takes a value out. The language is the reader's, and what was done there an act of its own: neither travels on.</summary>
    public static string With(HttpRequest request, params (string Name, string? Value)[] changes)
    {
        var query = new QueryBuilder(request.Query
            .Where(pair => pair.Key is not ("culture" or "handler") && changes.All(change => change.Name != pair.Key))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")));
        foreach (var (name, value) in changes)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        // A problem page stands at the address that was asked for.
        var path = request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? request.Path;
        return request.PathBase + path + query.ToQueryString();
    }

    /// <summary>Whether the address narrows the list, other than by page, order and view.</summary>
    public static bool IsFiltered(HttpRequest request) =>
        request.Query.Any(pair => pair.Key is not ("culture" or "handler" or Page or "sort" or "view") && !string.IsNullOrEmpty(pair.Value));
}
