using Ascs.Contracts;
using Ascs.Trust.Calls;
using Microsoft.AspNetCore.Http;

namespace Ascs.Trust.Hosting;

/// <summary>Which handler answers which endpoint of a party, and which function renders which page. Both hosts read it.</summary>
public sealed class EndpointTable
{
    private readonly List<BoundEndpoint> endpoints = [];
    private readonly List<BoundPage> pages = [];

    /// <summary>The endpoints bound.</summary>
    public IReadOnlyList<BoundEndpoint> Endpoints => endpoints;

    /// <summary>The pages bound.</summary>
    public IReadOnlyList<BoundPage> Pages => pages;

    /// <summary>Binds an endpoint to a handler that the container resolves.</summary>
    public EndpointTable Bind<TRequest, TAnswer, THandler>(Endpoint<TRequest, TAnswer> endpoint)
        where TRequest : class
        where TAnswer : class
        where THandler : class, IHandle<TRequest, TAnswer>
    {
        endpoints.Add(new BoundEndpoint<TRequest, TAnswer, THandler>(endpoint));
        return this;
    }

    /// <summary>Binds a page.</summary>
    public EndpointTable Bind(Page page, Func<HttpContext, Task<IResult>> render)
    {
        pages.Add(new BoundPage(page, render));
        return this;
    }
}
