using Ascs.Hosts.Handset.Receipts;
using Ascs.Hosts.Handset.Simulation;
using Ascs.Hosts.Handset.Store;

namespace Ascs.Hosts.Handset.Gateway;

/// <summary><c>POST /gateway/v1/submit</c>: takes messages and answers when they are durable.</summary>
internal sealed class Submit(JsonCall call, Writer writer, KnobBoard knobs, ReceiptClock clock, TimeProvider time)
{
    internal Task<IResult> Handle(HttpContext http) => call.Answer(
        http, Wire.Default.SubmitRequest, Wire.Default.SubmitAnswer, r => r.Faults(), r => r.Gateway, r => Take(r, http.RequestAborted));

    private async Task<Answer<SubmitAnswer>> Take(SubmitRequest request, CancellationToken aborted)
    {
        var set = knobs.Current;
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var (answer, firstDue) = await writer.Write(ledger => HandOver.Run(ledger, request, set, now), request.Messages.Count);
        clock.Expect(firstDue);
        if (set.AnswerDelayMilliseconds > 0) await Task.Delay(TimeSpan.FromMilliseconds(set.AnswerDelayMilliseconds), time, aborted);
        return answer;
    }
}
