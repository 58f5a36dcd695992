// A list from which a colleague is chosen by name.
function option(value, words) {
  const one = document.createElement("option");
  one.value = value;
  one.textContent = words;
  return one;
}

// The list offers whom it must, even somebody who has left the group since.
export function offer(list, colleagues, chosen, nobody) {
  list.replaceChildren(
    ...(nobody ? [option("", nobody)] : []),
    ...colleagues.map(({ user, name }) => option(user, name)),
  );
  if (chosen && !colleagues.some(({ user }) => user === chosen)) {
    list.append(option(chosen, chosen));
  }
  list.value = chosen || "";
}
