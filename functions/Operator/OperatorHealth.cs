using Ascs.Operator.Subscribers;
using Ascs.Trust.Hosting;

namespace Ascs.Operator;

/// <summary>Up when the state was read back, so that orders are taken, and, where a subscriber file is configured, its rows or former ones are in force.</summary>
internal sealed class OperatorHealth(OperatorStart start, SubscriberDirectory subscribers, OperatorOptions options) : IHealthPart
{
    public string Name => "operator";

    public Task<bool> IsUpAsync(CancellationToken cancellationToken) =>
        Task.FromResult(start.IsDone && (options.SubscribersFile is null || subscribers.Head is not null));
}
