using Ascs.Hosts.Handset.Phones;
using Ascs.Hosts.Handset.Receipts;
using Ascs.Hosts.Handset.Simulation;
using Ascs.Hosts.Handset.Store;
using Microsoft.Data.Sqlite;

namespace Ascs.Hosts.Handset.Gateway;

/// <summary><c>POST /gateway/v1/pull</c>: receipts and replies after a cursor, waiting for the first one. At least once: nothing is marked as taken.</summary>
internal sealed class Pull(JsonCall call, Readers readers, EventBell bell, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private const string After = "SELECT seq, ending, message_id, code, number, port, text, at FROM events WHERE gateway = $1 AND seq > $2 ORDER BY seq LIMIT $3";

    internal Task<IResult> Handle(HttpContext http) => call.Answer(
        http, Wire.Default.PullRequest, Wire.Default.PullAnswer, r => r.Faults(), r => r.Gateway, r => Take(r, http.RequestAborted));

    private async Task<Answer<PullAnswer>> Take(PullRequest request, CancellationToken aborted)
    {
        var gateway = readers.Read(ledger => ledger.GatewayNumber(request.Gateway));
        // Over when the time is up, the caller gone or the handset stopping: in each case with what there is.
        using var over = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        var timeUp = Task.Delay(TimeSpan.FromMilliseconds(request.WaitMilliseconds), time, over.Token);
        try
        {
            while (true)
            {
                var news = bell.Next(gateway);
                var (answer, head) = readers.Read(ledger => (Look(ledger, gateway, request), ledger.Head(gateway)));
                if (request.Cursor > head) return Problem.CursorAhead;
                if (answer.Events.Count > 0 || timeUp.IsCompleted) return answer;
                await Task.WhenAny(news, timeUp);
            }
        }
        finally { await over.CancelAsync(); } // the timer, when the news came first
    }

    private static PullAnswer Look(Ledger ledger, long gateway, PullRequest request)
    {
        var events = ledger[After].Rows(Read, gateway, request.Cursor, request.Limit);
        return events.Count == 0 ? new PullAnswer(events, request.Cursor, 0) : new PullAnswer(events, events[^1].Seq, events[0].Seq - request.Cursor - 1);
    }

    private static GatewayEvent Read(SqliteDataReader row)
    {
        var (seq, at) = (row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)));
        return row.IsDBNull(1)
            ? new GatewayEvent(seq, "reply", null, null, null, row.GetString(4), row.GetString(5), row.GetString(6), at)
            : new GatewayEvent(seq, "receipt", row.GetString(2), Status(row.GetInt32(1)), row.IsDBNull(3) ? null : row.GetString(3), null, null, null, at);
    }

    private static string Status(int ending) => ((Ending)ending).ToString().ToUpperInvariant();
}
