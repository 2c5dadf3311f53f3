const asked=document.getElementById("find"),told=document.getElementById("told");
asked.addEventListener("input",()=>{const words=asked.value.toLowerCase().split(/\s+/);let n=0;asked.parentElement.classList.toggle("asked",!!asked.value);
document.querySelectorAll("nav li").forEach(row=>{
const fits=words.every(word=>row.textContent.toLowerCase().includes(word));row.hidden=!fits;
if(fits&&!row.querySelector("ul"))n++});told.textContent=asked.value?n+" "+told.dataset.word:""});
