using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>What can be knocked at: each handler of each page, each action of each controller, and the static files as one.</summary>
public static class EndpointNames
{
    public const string StaticFiles = "GET static files";

    /// <summary>Endpoints that name no policy, by display name, each with the reason.</summary>
    private static readonly Dictionary<string, string> WithoutPolicy = new()
    {
        ["Fallback {**path:file}"] = "answers 404 for a static file that is not there, where files are served from the sources",
    };

    public static async Task<IReadOnlyList<string>> Of(IEnumerable<Endpoint> endpoints, IServiceProvider services)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in endpoints.Where(e => !WithoutPolicy.ContainsKey(e.DisplayName ?? "")))
        {
            names.UnionWith(await Of(endpoint, services));
        }

        return [.. names];
    }

    public static IEnumerable<string> NamingNoPolicy(IEnumerable<Endpoint> endpoints, IReadOnlySet<string> known) =>
        from endpoint in endpoints
        where !WithoutPolicy.ContainsKey(endpoint.DisplayName ?? "")
        let policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).ToList()
        where policies.Count == 0 || policies.Any(p => p is null || !known.Contains(p)) || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        select endpoint.DisplayName;

    private static async Task<IEnumerable<string>> Of(Endpoint endpoint, IServiceProvider services)
    {
        if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return [StaticFiles];
        }

        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            var loaded = await services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
            return loaded.HandlerMethods.Select(h => $"{h.HttpMethod.ToUpperInvariant()} {page.ViewEnginePath}{(h.Name is null ? "" : "?handler=" + h.Name)}");
        }

        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"];
        var place = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action
            ? $"{action.ControllerName}.{action.ActionName}"
            : (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? endpoint.DisplayName;
        return methods.Select(m => $"{m} {place}");
    }
}
