using Ascs.Trust.Hosting;

namespace Ascs.Operator.Subscribers;

/// <summary>
/// Up while the rows in force are those of the configured file. After a refused file it is down, also while former rows still serve: somebody has to look.
/// </summary>
internal sealed class SubscribersHealth(SubscriberDirectory subscribers, OperatorOptions options) : IHealthPart
{
    public string Name => "subscribers";

    public Task<bool> IsUpAsync(CancellationToken cancellationToken) =>
        Task.FromResult(options.SubscribersFile is null || (subscribers.Head is not null && !subscribers.IsOutdated));
}
