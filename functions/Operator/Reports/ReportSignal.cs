using System.Threading.Channels;

namespace Ascs.Operator.Reports;

/// <summary>Wakes the pusher: there is something to report. Rings that nobody heard yet are one ring.</summary>
internal sealed class ReportSignal
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _bell.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken ct) => await _bell.Reader.ReadAsync(ct);
}
