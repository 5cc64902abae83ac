// Puts large, labelled controls in place of the browser's own audio controls. Without this file those stay, and nothing is lost.
"use strict";

const SPEEDS = ["0.75", "1", "1.25", "1.5"];
const JUMP_S = 10;

const clock = (seconds) => {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const drawing = (className, path) => {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(space, "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
};

function enhance(player) {
  const audio = player.querySelector("audio");
  const text = player.dataset;
  const statedS = Number(text.durationMs) / 1000;
  // A position asked for before the browser knows the file: preload is off, so that listeners on dear links pay only for what they hear.
  let wantedS = null;

  const play = element("button", { type: "button", class: "play" }, drawing("triangle", "M8 5v14l11-7z"), drawing("bars", "M7 5h3.5v14H7zM13.5 5H17v14h-3.5z"));
  const seek = element("input", { type: "range", class: "seek", min: "0", step: "1", value: "0", "aria-label": `${text.textPosition}: ${text.label}` });
  const now = element("span", {}, "0:00");
  const whole = element("span", { class: "whole" }, ` / ${clock(statedS)}`);
  const back = element("button", { type: "button", class: "jump", "aria-label": text.textBack }, `−${JUMP_S}`);
  const forward = element("button", { type: "button", class: "jump", "aria-label": text.textForward }, `+${JUMP_S}`);
  const speed = element("select", { class: "speed", "aria-label": text.textSpeed });
  for (const value of SPEEDS) speed.append(element("option", { value }, `${value}×`));
  speed.value = "1";
  const failed = element("p", { class: "failed", role: "alert", hidden: "" });

  const durationS = () => (Number.isFinite(audio.duration) ? audio.duration : statedS);
  const positionS = () => wantedS ?? audio.currentTime;

  const show = () => {
    const length = durationS();
    const position = Math.min(positionS(), length);
    seek.max = String(Math.ceil(length));
    seek.value = String(position);
    seek.style.setProperty("--played", `${length ? (100 * position) / length : 0}%`);
    const spoken = text.textOf.replace("{position}", clock(position)).replace("{duration}", clock(length));
    seek.setAttribute("aria-valuetext", spoken);
    now.textContent = clock(position);
    whole.textContent = ` / ${clock(length)}`;
    player.classList.toggle("playing", !audio.paused);
    play.setAttribute("aria-label", `${audio.paused ? text.textPlay : text.textPause}: ${text.label}`);
  };

  const goTo = (seconds) => {
    const target = Math.min(Math.max(0, seconds), durationS());
    if (audio.readyState >= HTMLMediaElement.HAVE_METADATA) {
      wantedS = null;
      audio.currentTime = target;
    } else {
      wantedS = target;
      if (audio.preload !== "metadata") {
        audio.preload = "metadata";
        audio.load();
      }
    }
    show();
  };

  const sayFailed = () => {
    failed.textContent = text.textFailed;
    failed.hidden = false;
    show();
  };

  play.addEventListener("click", () => {
    failed.hidden = true;
    if (!audio.paused) {
      audio.pause();
      return;
    }
    // Here and not on the "play" event: that one comes later, and two of them may come in the wrong order and silence both.
    for (const other of document.querySelectorAll("[data-player] audio")) if (other !== audio) other.pause();
    if (audio.error || audio.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) audio.load();
    audio.play().catch((error) => {
      // A pause pressed while the sound was still loading rejects the promise too; that is no failure.
      if (error.name !== "AbortError") sayFailed();
    });
  });
  back.addEventListener("click", () => goTo(positionS() - JUMP_S));
  forward.addEventListener("click", () => goTo(positionS() + JUMP_S));
  seek.addEventListener("input", () => goTo(Number(seek.value)));
  speed.addEventListener("change", () => { audio.playbackRate = Number(speed.value); });
  audio.addEventListener("loadedmetadata", () => {
    audio.playbackRate = Number(speed.value);
    if (wantedS !== null) goTo(wantedS);
    show();
  });
  // A source that cannot be fetched or played says so on the source element, one that breaks off later on the audio element.
  audio.querySelector("source").addEventListener("error", sayFailed);
  audio.addEventListener("error", sayFailed);
  for (const change of ["timeupdate", "play", "pause", "ended", "seeked"]) audio.addEventListener(change, show);
  const answer = player.closest(".answer");
  for (const mark of answer ? answer.querySelectorAll("[data-seek-ms]") : []) {
    mark.disabled = false;
    mark.addEventListener("click", () => goTo(Number(mark.dataset.seekMs) / 1000));
  }

  const time = element("span", { class: "time" }, now, whole);
  // Time runs from left to right on players in every script.
  const controls = element("div", { class: "controls", dir: "ltr" }, play, seek, element("div", { class: "under" }, time, back, forward, speed), failed);
  audio.controls = false;
  player.append(controls);
  player.classList.add("enhanced");
  show();
}

for (const player of document.querySelectorAll("[data-player]")) enhance(player);
