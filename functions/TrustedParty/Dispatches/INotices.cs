using Ascs.TrustedParty.AnonymousIds;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>Subscriber notices: dispatches of the trusted party itself.</summary>
internal interface INotices
{
    /// <summary>Makes the notice of a new authorisation durable; it goes out once however often this is called.</summary>
    Task EnqueueAsync(AidRecord record, CancellationToken cancellationToken);
}
