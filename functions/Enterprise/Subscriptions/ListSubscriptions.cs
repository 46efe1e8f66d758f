using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.Enterprise.Subscriptions;

/// <summary>AIDs of a service for the back office.</summary>
internal sealed class ListSubscriptions(SubscriptionStore subscriptions, TimeProvider time) : IHandle<ListSubscriptionsRequest, ListSubscriptionsAnswer>
{
    public async Task<Answer<ListSubscriptionsAnswer>> HandleAsync(ListSubscriptionsRequest request, Call call, CancellationToken cancellationToken)
    {
        if (request.Limit is < 1 or > 500)
            return new Problem(ProblemCodes.SchemaInvalid, new FieldError("/limit", "RANGE"));
        if (request.Cursor is { } cursor && !IsCursor(cursor))
            return ProblemCodes.CursorInvalid;
        var (items, next) = await subscriptions.ListAsync(request.ServiceId, request.Cursor, request.Limit, cancellationToken);
        var now = time.GetUtcNow();
        return new ListSubscriptionsAnswer(1, [.. items.Select(item => item.StatusAt(now))], next);
    }

    private static bool IsCursor(string cursor) =>
        cursor.Length is > 15 and <= 64 && char.IsAsciiDigit(cursor[0]) && cursor.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
