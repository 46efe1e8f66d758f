using Ascs.Trust.Hosting;
using Ascs.TrustedParty.EvidenceLog;
using Microsoft.AspNetCore.Http;

namespace Ascs.TrustedParty.Pages;

/// <summary>The first page, and the checkpoint as text.</summary>
internal sealed class ShowHome(ILogReader log, LogKeys keys, TrustedPartyOptions options)
{
    public async Task<IResult> HomeAsync(HttpContext context)
    {
        var checkpoint = await log.CheckpointAsync(context.RequestAborted);
        var view = new HomeView(
            keys.Origin, checkpoint.Checkpoint.Size, checkpoint.ToString(), [.. keys.Signers.Select(signer => signer.Key.ToString())]);
        return Rendered.Of<HomePage>(new PageFrame(Languages.Of(context), options.Name), view);
    }

    /// <summary>C2SP tlog-tiles "Checkpoints": text/plain, never cached for long.</summary>
    public async Task<IResult> CheckpointAsync(HttpContext context) =>
        Results.Text((await log.CheckpointAsync(context.RequestAborted)).ToString(), "text/plain; charset=utf-8");
}
