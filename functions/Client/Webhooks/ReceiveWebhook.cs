using Ascs.Client.Events;
using Ascs.Contracts;
using Ascs.Trust.Journal;
using Ascs.Trust.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ascs.Client.Webhooks;

/// <summary>One webhook: read raw, checked, handled, acknowledged. A sender learns nothing from a refusal but that it is one.</summary>
internal sealed class ReceiveWebhook(WebhookIntake intake, ILogger<ReceiveWebhook> logger)
{
    private const int MaxBytes = 1024 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.StatusCode = await AnswerAsync(context);
    }

    private async Task<int> AnswerAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } body)
            return StatusCodes.Status413PayloadTooLarge;
        var headers = context.Request.Headers;
        var claimed = new WebhookHeaders(headers[WebhookHeaders.IdName].ToString(), headers[WebhookHeaders.TimestampName].ToString(), headers[WebhookHeaders.SignatureName].ToString());
        if (intake.Check(claimed, body) is { } fault)
        {
            logger.Warn($"A webhook is refused: {fault}");
            return StatusCodes.Status401Unauthorized;
        }

        if (WebhookReader.Read(body) is not { } webhook)
            return StatusCodes.Status400BadRequest;
        if (webhook.Type == EventsWebhook.EventsType)
            await TakeAsync(webhook.Data, context);
        return StatusCodes.Status204NoContent; // of a type that this version does not know, too: sending it again would teach nobody
    }

    private async Task TakeAsync(EventBatch batch, HttpContext context)
    {
        var handler = context.RequestServices.GetRequiredService<IAscsEventHandler>();
        // A sender that hangs up does not stop what has begun.
        await intake.Events.TakeAsync(batch, _ => true, e => handler.HandleAsync(TypedEvents.Of(e), CancellationToken.None), context.RequestAborted);
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBytes)
            return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBytes;
        using var body = new MemoryStream();
        var block = new byte[16 * 1024];
        for (int read; (read = await context.Request.Body.ReadAsync(block, context.RequestAborted)) > 0;)
        {
            if (body.Length + read > MaxBytes)
                return null;
            body.Write(block, 0, read);
        }

        return body.ToArray();
    }
}
