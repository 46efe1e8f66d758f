using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.Enterprise.Subscriptions;

/// <summary>AIDs of a service for the back office.</summary>
internal sealed class ListSubscriptions(SubscriptionStore subscriptions, TimeProvider time) : IHandle<ListSubscriptionsRequest, ListSubscriptionsAnswer>
{
    public async Task<Answer<ListSubscriptionsAnswer>> HandleAsync(ListSubscriptionsRequest request, Call call, CancellationToken cancellationToken)
    {
        if (request.Cursor is { } cursor && !IsCursor(cursor))
            return ProblemCodes.CursorInvalid;
        var (items, next) = await subscriptions.ListAsync(request.ServiceId, request.Cursor, request.Limit, cancellationToken);
        var now = time.GetUtcNow();
        return new ListSubscriptionsAnswer(1, [.. items.Select(item => item.StatusAt(now))], next);
    }

    private static bool IsCursor(string cursor) =>
        cursor.Length > 15 && char.IsAsciiDigit(cursor[0]);
}
