using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Gate;
using Ascs.Trust.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Hosting;

/// <summary>An endpoint with the types of its bodies and its handler.</summary>
/// <typeparam name="TRequest">Body taken.</typeparam>
/// <typeparam name="TAnswer">Body answered.</typeparam>
/// <typeparam name="THandler">Resolved from the container for each call.</typeparam>
public sealed record BoundEndpoint<TRequest, TAnswer, THandler>(Endpoint<TRequest, TAnswer> Typed) : BoundEndpoint(Typed)
    where TRequest : class
    where TAnswer : class
    where THandler : class, IHandle<TRequest, TAnswer>
{
    /// <inheritdoc/>
    public override Type HandlerType => typeof(THandler);

    internal override object? Read(ReadOnlySpan<byte> body, SensitiveWire? wire) =>
        JsonSerializer.Deserialize<TRequest>(body, wire is not null && SensitiveMembers.In(typeof(TRequest)) ? wire.Strict : WireOptions.Strict);

    internal override async Task<PlainAnswer> RunAsync(object request, Call call, SensitiveWire? wire, IServiceProvider services, CancellationToken cancellationToken)
    {
        var answer = await services.GetRequiredService<THandler>().HandleAsync((TRequest)request, call, cancellationToken);
        return answer.Problem is { } problem ? PlainAnswer.Of(problem, call.TraceId)
            : new PlainAnswer(answer.Status, PlainAnswer.Json, JsonSerializer.SerializeToUtf8Bytes(
                answer.Value, wire is not null && SensitiveMembers.In(typeof(TAnswer)) ? wire.Tolerant : WireOptions.Tolerant));
    }
}
